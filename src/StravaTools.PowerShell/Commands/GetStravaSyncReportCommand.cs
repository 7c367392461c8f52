using System.Management.Automation;
using System.Text;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;
using StravaTools.Sync;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Reports;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Commands;

/// <summary>Reports the last runs and what remains to be done.</summary>
[Cmdlet(VerbsCommon.Get, "StravaSyncReport", HelpUri = HelpPages.Root + "Get-StravaSyncReport.md")]
[OutputType(typeof(SyncReport), typeof(string))]
public sealed class GetStravaSyncReportCommand : LedgerCmdlet
{
    /// <summary>The number of runs.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int Last { get; set; } = 1;

    /// <summary>Returns text, a page, or JSON instead of objects.</summary>
    [Parameter]
    public SyncReportFormat? As { get; set; }

    /// <summary>Writes the report to this file. Its extension determines the format, unless -As does.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputPath { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Athlete.Length == 0 && CreateOrThrow(() => Ledgers).Athletes.Count == 0)
        {
            var error = new ApiException(SyncErrors.LedgerNotFound, LedgerPath ?? SyncLedgers.DefaultFolder);
            WriteError(ErrorRecords.CreateRecord(error, LedgerPath));
        }

        ForEachLedger((ledgers, athlete) => WriteReport(ledgers.ReadReport(athlete, Last, new CommandRemedies())));
    }

    private void WriteReport(SyncReport report)
    {
        if (OutputPath is not null)
        {
            WriteReport(report, new PathResolver(this).Literal(OutputPath, isNamed: true).FullPath);
        }
        else if (As is { } format)
        {
            WriteObject(SyncReportWriter.WriteReport(report, format));
        }
        else
        {
            WriteObject(report);
        }
    }

    private void WriteReport(SyncReport report, string path)
    {
        var text = SyncReportWriter.WriteReport(report, As ?? SyncReportWriter.FormatOf(path));
        OutputFile.WriteFile(path, Force, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }
}
