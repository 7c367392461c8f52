using System.Management.Automation;
using StravaTools.PowerShell.Work;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Commands;

/// <summary>Shows what the ledger has about each file.</summary>
[Cmdlet(VerbsCommon.Get, "StravaLedger", HelpUri = HelpPages.Root + "Get-StravaLedger.md")]
[OutputType(typeof(SyncResult))]
public sealed class GetStravaLedgerCommand : LedgerCmdlet
{
    /// <summary>Shows only files in these states.</summary>
    [Parameter]
    public SyncState[] State { get; set; } = [];

    /// <inheritdoc/>
    protected override void EndProcessing() => ForEachLedger((ledgers, athlete) =>
    {
        foreach (var file in ledgers.ReadItems(athlete).Where(file => State.Length == 0 || State.Contains(file.State)))
        {
            WriteObject(file);
        }
    });
}
