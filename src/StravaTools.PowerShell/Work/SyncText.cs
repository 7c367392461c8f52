using System.Globalization;
using System.Management.Automation;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Work;

/// <summary>What a person at the prompt reads about a run.</summary>
internal static class SyncText
{
    /// <summary>The summary in one or two sentences.</summary>
    public static string Describe(SyncSummary summary)
    {
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

    /// <summary>The error record of a file that needs the user.</summary>
    public static ErrorRecord CreateRecord(SyncResult result)
    {
        var remedy = result.State switch
        {
            SyncState.Invalid => "Test-ActivityFile shows all findings; Repair-ActivityFile fixes some of them.",
            SyncState.Unknown => "Check your activities on Strava. To send the file again: Reset-StravaSyncItem.",
            _ => "Fix the file. A changed file is sent again by the next run; for the same file, run Reset-StravaSyncItem.",
        };
        var error = new ErrorDescriptor(result.ErrorId ?? result.State.ToString(), ErrorKind.InvalidData, "'{0}' needs you: {1}", remedy);
        return ErrorRecords.CreateRecord(new ApiException(error, result.Path, result.Note), result.Path);
    }
}
