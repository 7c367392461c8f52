using System.Management.Automation;
using StravaTools.PowerShell.Work;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Commands;

/// <summary>Checks ledgers for damage.</summary>
[Cmdlet(VerbsDiagnostic.Test, "StravaLedger", HelpUri = HelpPages.Root + "Test-StravaLedger.md")]
[OutputType(typeof(LedgerReport))]
public sealed class TestStravaLedgerCommand : LedgerCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => ForEachLedger((ledgers, athlete) => WriteObject(ledgers.TestLedger(athlete)));
}
