using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Reports;

namespace StravaTools.PowerShell.Work;

/// <summary>What to do about files and runs, with the cmdlets that do it.</summary>
internal sealed class CommandRemedies : SyncRemedies
{
    public override string ForFile(SyncState state) => state switch
    {
        SyncState.Invalid => "Test-ActivityFile shows all findings; Repair-ActivityFile fixes some of them.",
        SyncState.Unknown or SyncState.Missing => "Check your activities on Strava. To send the file again: Reset-StravaSyncItem.",
        _ => "Fix the file. A changed file is sent again by the next run; for the same file, run Reset-StravaSyncItem.",
    };

    public override string? ForRun(SyncExitCode code) => code switch
    {
        SyncExitCode.LoginNeeded => "Run Connect-Strava.",
        SyncExitCode.LedgerUnusable => "Run Test-StravaLedger. If the ledger is damaged, run Repair-StravaLedger -FromStrava.",
        _ => base.ForRun(code),
    };
}
