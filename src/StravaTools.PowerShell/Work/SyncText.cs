using System.Globalization;
using System.Management.Automation;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Work;

/// <summary>What a person at the prompt reads about a run.</summary>
internal static class SyncText
{
    /// <summary>The title of the progress of a run.</summary>
    public const string Uploading = "Uploading new activity files";

    /// <summary>The title of the progress of a submission.</summary>
    public const string Submitting = "Submitting activity files";

    /// <summary>The title of the progress of a verification.</summary>
    public const string Verifying = "Looking for the activities on Strava";

    /// <summary>The summary in one or two sentences.</summary>
    public static string Describe(SyncSummary summary)
    {
        if (summary.Verified is { } verified)
        {
            var result = string.Create(
                CultureInfo.CurrentCulture,
                $"On Strava: {verified:N0} of {summary.Found:N0}. Need you: {summary.NeedsYou:N0}. Remaining: {summary.Remaining:N0}. "
                + $"Requests: {summary.Requests.Total:N0}. {summary.Reason}");
            return result.TrimEnd();
        }

        var text = string.Create(
            CultureInfo.CurrentCulture,
            $"Settled: {summary.Settled:N0} of {summary.Found:N0}, {summary.Changed:N0} in this run. Need you: {summary.NeedsYou:N0}. "
            + $"Remaining: {summary.Remaining:N0}. Requests: {summary.Requests.Total:N0}. Duration: {summary.Duration:hh\\:mm\\:ss}.");
        if (summary.NextRunAfter is { } next)
        {
            text += string.Create(
                CultureInfo.InvariantCulture, $" The next run can continue after {next.UtcDateTime:yyyy-MM-dd HH:mm} UTC.");
        }

        return summary.Reason is null ? text : $"{text} {summary.Reason}";
    }

    /// <summary>A file of one of many athletes. Its view shows the athlete.</summary>
    public static PSObject ShowAthlete(SyncResult result)
    {
        var shown = PSObject.AsPSObject(result);
        shown.TypeNames.Insert(0, $"{typeof(SyncResult)}#Athlete");
        return shown;
    }

    /// <summary>The error record of a file that needs the user.</summary>
    public static ErrorRecord CreateRecord(SyncResult result)
    {
        var remedy = new CommandRemedies().ForFile(result.State);
        var error = new ErrorDescriptor(result.ErrorId ?? result.State.ToString(), ErrorKind.InvalidData, "'{0}' needs you: {1}", remedy);
        return ErrorRecords.CreateRecord(new ApiException(error, result.Path, result.Note), result.Path);
    }
}
