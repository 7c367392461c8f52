using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Monitoring;
using StravaTools.Sync.Results;
using StravaTools.Sync.Running;

namespace StravaTools.Sync;

/// <summary>An unattended run: with a log, and with a heartbeat for a monitoring service.</summary>
/// <param name="createClient">Creates the client. Its error is the result of the run, as that of a login that has expired.</param>
/// <param name="options">What to synchronize.</param>
/// <param name="monitoring">Who learns about it.</param>
/// <param name="http">Sends the heartbeat.</param>
/// <param name="clock">The clock; null for the system's.</param>
public sealed class SyncJob(
    Func<StravaClient> createClient, SyncOptions options, SyncMonitoring monitoring, HttpClient http, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private FolderSync? _sync;

    /// <summary>The current run; null before it begins.</summary>
    internal SyncRunner? Runner => _sync?.Runner;

    /// <summary>Receives how far the run is, in order, on any thread; null for nothing.</summary>
    public Action<SyncProgress>? Progress { get; init; }

    /// <summary>Runs once.</summary>
    /// <param name="report">Receives each file whose state is known, and again when it changes. Called in order, on any thread.</param>
    /// <param name="stop">Ends the run within seconds, with everything written down. The next run continues.</param>
    /// <param name="cancellationToken">Ends the run at once. The next run finds out what arrived on Strava.</param>
    /// <exception cref="ApiException">The run ended with an error. <see cref="SummaryOf"/> converts it.</exception>
    public async Task<SyncSummary> RunAsync(
        Action<SyncResult> report, CancellationToken stop = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var started = _clock.GetUtcNow();
        var heartbeat = new Heartbeat(monitoring.HeartbeatUri, http);
        var log = new SyncLog(monitoring, _clock);
        heartbeat.Validate();
        log.WriteStart(options.Paths);
        await heartbeat.ReportStartAsync(cancellationToken);
        using var activity = SyncTelemetry.StartRun();
        SyncSummary? summary = null;
        try
        {
            summary = await RunAsync(log, report, stop, cancellationToken);
            return summary;
        }
        catch (ApiException e)
        {
            summary = SummaryOf(e) with { Started = started, Duration = _clock.GetUtcNow() - started };
            throw;
        }
        finally
        {
            summary ??= new SyncSummary { Started = started, ExitCode = SyncExitCode.Stopped };
            log.WriteEnd(summary);
            SyncTelemetry.AddRun(activity, summary);
            await heartbeat.ReportEndAsync(summary, cancellationToken);
        }
    }

    /// <summary>The summary of a run that ended with an error.</summary>
    public static SyncSummary SummaryOf(ApiException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new SyncSummary
        {
            ExitCode = SyncExitCodes.ForError(error),
            ErrorId = error.Code,
            Reason = error.Summary,
            NextRunAfter = error.RateLimitResetAt,
        };
    }

    private Task<SyncSummary> RunAsync(SyncLog log, Action<SyncResult> report, CancellationToken stop, CancellationToken cancellationToken)
    {
        _sync = new FolderSync(createClient(), options, _clock)
        {
            Progress = progress =>
            {
                if (progress.WaitsUntil is { } until)
                {
                    log.WriteWait(until);
                }

                Progress?.Invoke(progress);
            },
        };
        return options.OnlyVerifies
            ? _sync.VerifyAsync(ReportFile, stop, cancellationToken)
            : _sync.RunAsync(ReportFile, stop, cancellationToken);

        void ReportFile(SyncResult result)
        {
            log.WriteFile(result);
            SyncTelemetry.AddFile(result);
            report(result);
        }
    }
}
