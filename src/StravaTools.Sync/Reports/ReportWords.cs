using System.Globalization;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Reports;

/// <summary>What the text and the page of a report share.</summary>
internal static class ReportWords
{
    /// <summary>The number of files in each list of a report: the rest is counted.</summary>
    public const int MaxFiles = 10;

    /// <summary>The rows at the beginning.</summary>
    public static IEnumerable<(string Name, string Value)> DescribeState(SyncReport report)
    {
        yield return ("Last run", report.Runs is [var last, ..] ? last.ToString() : "none");
        if (report.Runs is [{ Reason: { } reason }, ..])
        {
            yield return ("Reason", reason);
        }

        if (report.Runs is [{ Remedy: { } remedy }, ..])
        {
            yield return ("What to do", remedy);
        }

        yield return ("Last success", report is { LastSuccess: { } success, SinceLastSuccess: { } since }
            ? $"{FormatTime(success)}, {ShortTime.Describe(since)} ago"
            : "none");
        yield return ("Files", string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Files:N0}: {report.Settled:N0} settled, {report.Problems.Count:N0} need you, {report.Remaining.Count:N0} remain"));
        if (report.NextRunAfter is { } next)
        {
            yield return ("Waits until", FormatTime(next));
        }
    }

    /// <summary>How many files a list leaves out.</summary>
    public static string CountRest(int count) => string.Create(CultureInfo.InvariantCulture, $"and {count - MaxFiles:N0} more");

    /// <summary>The start of the activity of a file.</summary>
    public static string StartOf(SyncResult file) => file.StartTime is { } start ? FormatMinute(start) : "";

    /// <summary>A time with its time zone.</summary>
    public static string FormatTime(DateTimeOffset time) => $"{FormatMinute(time)} UTC";

    private static string FormatMinute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
