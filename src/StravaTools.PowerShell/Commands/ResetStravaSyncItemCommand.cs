using System.Management.Automation;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Commands;

/// <summary>Forgets that files were sent, so that the next run sends them again.</summary>
[Cmdlet(
    VerbsCommon.Reset, "StravaSyncItem", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Reset-StravaSyncItem.md")]
[OutputType(typeof(SyncResult))]
public sealed class ResetStravaSyncItemCommand : LedgerCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private readonly List<string> _files = [];

    /// <summary>The files. Wildcards are expanded.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files. Paths are used exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A file in the ledger may no longer exist.
        if (LiteralPath.Length > 0 || !Path.Any(WildcardPattern.ContainsWildcardCharacters))
        {
            _files.AddRange(LiteralPath.Concat(Path).Select(Resolve));
        }
        else
        {
            _files.AddRange(new PathInput(this).Resolve(Path, LiteralPath).Select(file => file.FullPath));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => ForEachLedger((ledgers, athlete) =>
    {
        var files = _files.FindAll(file => ShouldProcess(file, "Send it to Strava again in the next run"));
        if (files.Count == 0)
        {
            return;
        }

        foreach (var file in ledgers.ResetItems(athlete, files))
        {
            WriteObject(file);
        }
    });
}
