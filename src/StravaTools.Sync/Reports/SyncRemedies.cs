using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Reports;

/// <summary>What to do about files and runs. A front end can say it with its own commands.</summary>
public class SyncRemedies
{
    /// <summary>What to do about a file that needs the user.</summary>
    public virtual string ForFile(SyncState state) => state switch
    {
        SyncState.Invalid => "Fix the file, or remove it.",
        SyncState.Unknown or SyncState.Missing => "Check your activities on Strava. To send the file again, reset it.",
        _ => "Fix the file. A changed file is sent again by the next run; to send the same file again, reset it.",
    };

    /// <summary>What to do about a run; null if nothing, or if the files say it.</summary>
    public virtual string? ForRun(SyncExitCode code) => code switch
    {
        SyncExitCode.BadParameters => "Check the parameters of the job.",
        SyncExitCode.FolderMissing => "Check the path, or mount the drive.",
        SyncExitCode.LoginNeeded => "Log in again.",
        SyncExitCode.LedgerUnusable => "Check the ledger. If it is damaged, rebuild it from Strava.",
        _ => null,
    };
}
