using System.Globalization;
using System.Management.Automation;
using System.Security;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Commands;

/// <summary>Submits activity files, or the login of an athlete, to the workers that share a database.</summary>
[Cmdlet(
    VerbsLifecycle.Submit, "StravaSync", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Submit-StravaSync.md")]
[OutputType(typeof(SyncResult), ParameterSetName = [PathSet, LiteralPathSet])]
public sealed class SubmitStravaSyncCommand : PathCmdlet
{
    private const string LoginSet = "Login";
    private readonly List<string> _paths = [];

    /// <summary>A refresh token of the athlete, which only the workers use from now on.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LoginSet)]
    [ValidateNotNull]
    public SecureString? RefreshToken { get; set; }

    /// <summary>The file with the key for tokens: 32 bytes in Base64.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LoginSet)]
    [ValidateNotNullOrEmpty]
    public string TokenKeyPath { get; set; } = "";

    /// <summary>The athlete.</summary>
    [Parameter(Mandatory = true)]
    [ValidateRange(1, long.MaxValue)]
    public long Athlete { get; set; }

    /// <summary>The connection string of the database.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNull]
    public StoreConnection? Store { get; set; }

    /// <summary>The server. Default: the environment variable STRAVA_BASE_URI, or Strava.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    private protected override void ProcessFiles(List<ResolvedPath> files) => _paths.AddRange(files.Select(file => file.FullPath));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var target = string.Create(CultureInfo.InvariantCulture, $"Athlete {Athlete}");
        if (ParameterSetName == LoginSet)
        {
            if (ShouldProcess(target, "Store the login for the workers"))
            {
                Run((store, token) => store.SaveLoginAsync(
                    Athlete, GivenValues.Secret(RefreshToken)!.Trim(), GetUnresolvedProviderPathFromPSPath(TokenKeyPath), token));
            }
        }
        else if (_paths.Count > 0 && ShouldProcess(target, $"Submit the activity files of: {string.Join(", ", _paths)}"))
        {
            Run(SubmitAsync);
        }
    }

    private void Run(Func<SyncStore, CancellationToken, Task> work)
    {
        var store = CreateOrThrow(() => SyncStore.Create(this, Store!, BaseUri));
        RunAsync(cancellationToken => work(store, cancellationToken), Athlete);
    }

    private async Task<IReadOnlyList<SyncResult>> SubmitAllAsync(SyncStore store, CancellationToken cancellationToken)
    {
        await using var bar = new SyncProgressBar(Engine, TimeProvider.System, SyncText.Submitting);
        return await store.SubmitAsync(Athlete, _paths, bar.NoteSubmitted, cancellationToken);
    }

    private async Task SubmitAsync(SyncStore store, CancellationToken cancellationToken)
    {
        foreach (var file in await SubmitAllAsync(store, cancellationToken))
        {
            Engine.WriteObject(SyncText.ShowAthlete(file));
            if (file.State.NeedsUser())
            {
                Engine.WriteError(SyncText.CreateRecord(file));
            }
        }
    }
}
