using System.Management.Automation;
using System.Security;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;
using StravaTools.Sync;
using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Folders;
using StravaTools.Sync.Model;
using StravaTools.Sync.Monitoring;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Commands;

/// <summary>Uploads the activity files of folders, each exactly once.</summary>
[Cmdlet(
    VerbsData.Sync, "StravaFolder", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Sync-StravaFolder.md")]
[OutputType(typeof(SyncResult), typeof(SyncSummary), typeof(SyncPlan))]
public sealed class SyncStravaFolderCommand : AsyncCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private readonly List<string> _paths = [];
    private readonly StopSignals _signals = StopSignals.Listen();
    private SyncConnection? _connection;

    /// <summary>The folders, with their subfolders. Wildcards are expanded.</summary>
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

    /// <summary>Patterns of the names of files to send.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Include { get; set; } = [];

    /// <summary>Patterns of the names of files to skip.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Exclude { get; set; } = [];

    /// <summary>Skips files that were modified before this time.</summary>
    [Parameter]
    public DateTime? NewerThan { get; set; }

    /// <summary>How old a file must be before it is sent.</summary>
    [Parameter]
    [ToDuration]
    public TimeSpan Delay { get; set; }

    /// <summary>After this time, no more files are sent.</summary>
    [Parameter]
    [ToDuration]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>How many requests of each rate limit window to leave for other programs.</summary>
    [Parameter]
    [ValidateRange(0, 100_000)]
    public int RequestReserve { get; set; } = 10;

    /// <summary>What happens to files whose activities are on Strava.</summary>
    [Parameter]
    public FileDisposal OnSettled { get; set; }

    /// <summary>Where settled files are moved to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MoveTo { get; set; }

    /// <summary>What happens to a file whose response was lost and that Strava does not list.</summary>
    [Parameter]
    public LostAnswerAction OnLostAnswer { get; set; }

    /// <summary>Accepts activities of other programs with the same start and duration.</summary>
    [Parameter]
    public SwitchParameter MatchByTime { get; set; }

    /// <summary>Sends no file, and looks for the activities on Strava instead.</summary>
    [Parameter]
    public SwitchParameter Verify { get; set; }

    /// <summary>Keeps running, and uploads files as they arrive.</summary>
    [Parameter]
    public SwitchParameter Watch { get; set; }

    /// <summary>Also returns files whose state did not change.</summary>
    [Parameter]
    public SwitchParameter IncludeUnchanged { get; set; }

    /// <summary>Returns only a summary with the exit code, for jobs.</summary>
    [Parameter]
    public SwitchParameter PassSummary { get; set; }

    /// <summary>How long to wait for another run that uses the same ledger.</summary>
    [Parameter]
    [ToDuration]
    public TimeSpan WaitForLock { get; set; }

    /// <summary>The log of runs.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LogPath { get; set; }

    /// <summary>The format of the log. Default: JSON for the extensions .json, .jsonl, and .ndjson, and logfmt for others.</summary>
    [Parameter]
    public SyncLogFormat? LogFormat { get; set; }

    /// <summary>Also writes to the event log of Windows.</summary>
    [Parameter]
    public SwitchParameter EventLog { get; set; }

    /// <summary>The address of a monitoring service that notices when runs fail or stop to start.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? HeartbeatUri { get; set; }

    /// <summary>The folder of ledgers and request counts.</summary>
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
    protected override void ProcessRecord() => _paths.AddRange(ResolvePaths());

    /// <inheritdoc/>
    protected override void EndProcessing() => RunAsync(async cancellationToken =>
    {
        try
        {
            await SyncAsync(cancellationToken);
        }
        catch (ApiException e) when (PassSummary)
        {
            Engine.WriteWarning(e.Message);
            Engine.WriteObject(SyncJob.SummaryOf(e));
        }
        catch (ApiException e)
        {
            Engine.WriteError(ErrorRecords.CreateRecord(e, string.Join(", ", _paths)));
        }
    });

    /// <summary>The first Ctrl+C ends the run within seconds, with everything written down; the second at once.</summary>
    protected override void StopProcessing()
    {
        _signals.Request();
        if (_signals.Immediate.IsCancellationRequested)
        {
            base.StopProcessing();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _connection?.Dispose();
        _signals.Dispose();
    }

    private IEnumerable<string> ResolvePaths()
    {
        if (LiteralPath.Length > 0 || !Path.Any(WildcardPattern.ContainsWildcardCharacters))
        {
            // A missing folder is an error of the run, with its own exit code.
            return LiteralPath.Concat(Path).Select(SessionState.Path.GetUnresolvedProviderPathFromPSPath);
        }

        return new PathInput(this).Resolve(Path, LiteralPath).Select(path => path.FullPath);
    }

    private async Task SyncAsync(CancellationToken cancellationToken)
    {
        if (Watch && Verify)
        {
            throw new ApiException(SyncErrors.WatchOrVerify);
        }

        _connection = new SyncConnection(Engine, BaseUri, AccessToken, Profile);
        var options = CreateOptions(await _connection.ReadIdentityAsync(cancellationToken));
        if (SwitchValues.IsWhatIf(this))
        {
            await PlanAsync(options, cancellationToken);
            return;
        }

        if (OnSettled == FileDisposal.Delete && !Verify && !await ConfirmDeletionAsync(cancellationToken))
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_signals.Immediate, cancellationToken);
        var summary = await RunAsync(_connection, options, either.Token);
        if (PassSummary)
        {
            Engine.WriteObject(summary);
        }
        else
        {
            Engine.WriteHost(SyncText.Describe(summary));
        }
    }

    private async Task<SyncSummary> RunAsync(SyncConnection connection, SyncOptions options, CancellationToken cancellationToken)
    {
        var monitoring = new SyncMonitoring
        {
            LogPath = ResolveOptional(LogPath),
            LogFormat = LogFormat,
            UsesEventLog = EventLog,
            HeartbeatUri = HeartbeatUri,
        };
        await using var bar = new SyncProgressBar(Engine, TimeProvider.System, Verify ? SyncText.Verifying : SyncText.Uploading);
        if (Watch)
        {
            return await new SyncWatch(CreateJob, options).RunAsync(Report, _signals.Graceful, cancellationToken);
        }

        return await CreateJob(options).RunAsync(Report, _signals.Graceful, cancellationToken);

        SyncJob CreateJob(SyncOptions run) =>
            new(connection.CreateClient, run, monitoring, connection.Http) { Progress = bar.NoteProgress };
    }

    private Task<bool> ConfirmDeletionAsync(CancellationToken cancellationToken) =>
        Engine.ShouldProcessAsync(string.Join(", ", _paths), "Upload the activity files, and delete each afterwards", cancellationToken);

    private async Task PlanAsync(SyncOptions options, CancellationToken cancellationToken)
    {
        var plan = await new SyncPlanner(_connection!.Server, options).PlanAsync(cancellationToken);
        Engine.WriteHost($"What if: {plan}");
        Engine.WriteObject(plan);
    }

    private void Report(SyncResult result)
    {
        if (PassSummary)
        {
            return;
        }

        if (result.IsNew || IncludeUnchanged || result.State == SyncState.Waiting || (Verify && !HasActivity(result.State)))
        {
            Engine.WriteObject(result);
        }

        if (result.State.NeedsUser())
        {
            Engine.WriteError(SyncText.CreateRecord(result));
        }
    }

    private static bool HasActivity(SyncState state) => state.IsOnStrava() || state is SyncState.SameAs or SyncState.Changed;

    private SyncOptions CreateOptions(SyncIdentity identity) => new()
    {
        Paths = _paths,
        Scan = new ScanOptions
        {
            Include = Include,
            Exclude = Exclude,
            NewerThan = NewerThan,
            Delay = Delay,
        },
        StateFolder = ResolveOptional(LedgerPath),
        Login = identity.Login,
        Application = identity.Application,
        RequestReserve = RequestReserve,
        MaxDuration = MaxDuration,
        WaitForLock = WaitForLock,
        OnSettled = OnSettled,
        MoveTo = ResolveOptional(MoveTo),
        OnLostAnswer = OnLostAnswer,
        MatchesByTime = MatchByTime,
        OnlyVerifies = Verify,
    };

    private string? ResolveOptional(string? path) =>
        path is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
}
