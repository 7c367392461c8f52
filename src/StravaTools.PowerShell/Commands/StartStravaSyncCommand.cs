using System.Management.Automation;
using System.Security;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Commands;

/// <summary>Runs a worker in this session.</summary>
[Cmdlet(VerbsLifecycle.Start, "StravaSync", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Start-StravaSync.md")]
[OutputType(typeof(SyncResult))]
public sealed class StartStravaSyncCommand : AsyncCmdlet
{
    private readonly StopSignals _signals = StopSignals.Listen();

    /// <summary>The client ID of the application. Default: the environment variable STRAVA_CLIENT_ID.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>The client secret of the application. Default: the environment variable STRAVA_CLIENT_SECRET.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The connection string of the database.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNull]
    public StoreConnection? Store { get; set; }

    /// <summary>The file with the key for tokens: 32 bytes in Base64. All workers need the same key.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string TokenKeyPath { get; set; } = "";

    /// <summary>Ends when no file is left that a worker could continue with.</summary>
    [Parameter]
    public SwitchParameter UntilSettled { get; set; }

    /// <summary>After this time, no more files are sent.</summary>
    [Parameter]
    [ToDuration]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>How many athletes to upload for at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>How many requests of each rate limit window to leave for other programs.</summary>
    [Parameter]
    [ValidateRange(0, 100_000)]
    public int RequestReserve { get; set; } = 10;

    /// <summary>The server. Default: the environment variable STRAVA_BASE_URI, or Strava.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!ShouldProcess("The submitted files of all athletes", "Upload"))
        {
            return;
        }

        var job = CreateOrThrow(CreateJob);
        var store = CreateOrThrow(() => SyncStore.Create(this, Store!, BaseUri, RequestReserve));
        RunAsync(cancellationToken => RunWorkerAsync(store, job, cancellationToken), target: null);
    }

    private async Task RunWorkerAsync(SyncStore store, SyncWorkerJob job, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_signals.Graceful);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_signals.Immediate, cancellationToken);
        stop.CancelAfter(MaxDuration ?? Timeout.InfiniteTimeSpan);
        await store.RunWorkerAsync(job, stop.Token, either.Token);
    }

    /// <summary>The first Ctrl+C completes the requests that were sent; the second ends at once.</summary>
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
        _signals.Dispose();
    }

    private SyncWorkerJob CreateJob()
    {
        var settings = new MachineSettings("Strava");
        return new SyncWorkerJob
        {
            ClientId = ClientId ?? settings.Require("client ID", "CLIENT_ID"),
            ClientSecret = GivenValues.Secret(ClientSecret) ?? settings.Require("client secret", "CLIENT_SECRET"),
            KeyPath = GetUnresolvedProviderPathFromPSPath(TokenKeyPath),
            Athletes = ThrottleLimit,
            UntilSettled = UntilSettled,
            FileChanged = file => WriteUnlessStopped(() => Engine.WriteObject(SyncText.ShowAthlete(file))),
            Failed = e => WriteUnlessStopped(() => Engine.WriteError(ErrorRecords.CreateRecord(e, null))),
        };
    }

    /// <summary>PowerShell ends a pipeline that writes after Ctrl+C, and then the requests that were sent would not be completed.</summary>
    private void WriteUnlessStopped(Action write)
    {
        if (!_signals.Graceful.IsCancellationRequested)
        {
            write();
        }
    }
}
