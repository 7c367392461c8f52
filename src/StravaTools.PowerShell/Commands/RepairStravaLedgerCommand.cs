using System.Management.Automation;
using System.Security;
using StravaTools.Client.Athletes;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;
using StravaTools.Sync;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Commands;

/// <summary>Rebuilds a damaged or lost ledger from its intact lines and from the activities on Strava.</summary>
[Cmdlet(
    VerbsDiagnostic.Repair, "StravaLedger", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Repair-StravaLedger.md")]
[OutputType(typeof(SyncResult))]
public sealed class RepairStravaLedgerCommand : AsyncCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private readonly List<string> _folders = [];
    private SyncConnection? _connection;

    /// <summary>The folders whose files are looked for on Strava. Wildcards are expanded.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The folders. Paths are used exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Confirms that requests are sent to Strava: one request for each 200 activities.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter FromStrava { get; set; }

    /// <summary>The folder of ledgers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LedgerPath { get; set; }

    /// <summary>The access token. Default: the environment variable STRAVA_ACCESS_TOKEN, or the login of Connect-Strava.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>The server. Default: the environment variable STRAVA_BASE_URI, or Strava.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>The name of the login. Default: the environment variable STRAVA_PROFILE, or the login without a name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Profile { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        _folders.AddRange(new PathInput(this).Resolve(Path, LiteralPath).Select(path => path.FullPath));

    /// <inheritdoc/>
    protected override void EndProcessing() => RunAsync(RepairAsync, LedgerPath);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _connection?.Dispose();
    }

    private async Task RepairAsync(CancellationToken cancellationToken)
    {
        const string Action = "Rebuild the ledger from Strava's list of activities";
        if (!await Engine.ShouldProcessAsync(string.Join(", ", _folders), Action, cancellationToken))
        {
            return;
        }

        _connection = new SyncConnection(Engine, BaseUri, AccessToken, Profile);
        var client = _connection.CreateClient();
        var athlete = await client.GetAthleteAsync(cancellationToken);
        var folder = LedgerPath is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(LedgerPath);
        var options = new SyncOptions
        {
            Paths = _folders,
            Application = (await _connection.ReadIdentityAsync(cancellationToken)).Application,
        };
        foreach (var file in await new SyncLedgers(client.BaseUri, folder).RepairAsync(athlete.Id, client, options, cancellationToken))
        {
            Engine.WriteObject(file);
        }
    }
}
