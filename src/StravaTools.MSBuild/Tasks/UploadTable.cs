using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace StravaTools.MSBuild.Tasks;

/// <summary>The results of uploads as a table: a line of totals, then one row per file.</summary>
internal static class UploadTable
{
    private static readonly string[] Columns = ["File", "Format", "Outcome", "ActivityId", "ActivityUrl"];

    /// <summary>
    /// Logs the table in one message. The terminal logger, which is the default at a terminal, shows only messages of the form "project ->
    /// text", once per project; other loggers show all important messages.
    /// </summary>
    public static void LogTable(this TaskLoggingHelper log, string? project, IReadOnlyList<ITaskItem> results, int photos)
    {
        var name = Path.GetFileNameWithoutExtension(project ?? "");
        log.LogMessage(MessageImportance.High, "{0}", $"{name} -> {Format(results, photos)}");
    }

    private static string Format(IReadOnlyList<ITaskItem> results, int photos)
    {
        var rows = results.Select(FormatRow).Prepend(Columns).ToList();
        var widths = Enumerable.Range(0, Columns.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        var lines = rows.Select(row => "  " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return string.Join('\n', lines.Prepend(FormatTotals(results, photos)));
    }

    /// <summary>The outcome, and the ID of the error if there is one.</summary>
    public static string FormatOutcome(ITaskItem result)
    {
        var (outcome, error) = (result.GetMetadata("Outcome"), result.GetMetadata("ErrorId"));
        if (error.Length == 0)
        {
            return outcome;
        }

        return $"{outcome} ({error})";
    }

    /// <summary>A number of files, as text.</summary>
    public static string CountFiles(int count) => count switch
    {
        1 => "1 file",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} files"),
    };

    private static string[] FormatRow(ITaskItem result) =>
    [
        Path.GetFileName(result.ItemSpec),
        result.GetMetadata("Format"),
        FormatOutcome(result),
        FindActivityId(result),
        result.GetMetadata("ActivityUrl"),
    ];

    private static string FindActivityId(ITaskItem result)
    {
        if (result.GetMetadata("ActivityId") is { Length: > 0 } own)
        {
            return own;
        }

        return result.GetMetadata("DuplicateOfActivityId");
    }

    private static string FormatTotals(IReadOnlyList<ITaskItem> results, int photos)
    {
        var outcomes = results.GroupBy(result => result.GetMetadata("Outcome"), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"));
        var total = string.Join(": ", new[] { CountFiles(results.Count), string.Join(", ", outcomes) }.Where(part => part.Length > 0));
        return string.Create(CultureInfo.InvariantCulture, $"{total}; photos added: {photos}.");
    }
}
