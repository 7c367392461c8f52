using System.Diagnostics;
using System.Diagnostics.Metrics;
using StravaTools.Sync.Core;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Monitoring;

/// <summary>
/// Traces and metrics of runs. Programs that use OpenTelemetry subscribe to <see cref="Name"/>; without a subscriber, nothing is recorded.
/// </summary>
public static class SyncTelemetry
{
    /// <summary>The name of the ActivitySource and of the Meter.</summary>
    public const string Name = "StravaTools.Sync";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Files =
        Meter.CreateCounter<long>("stravatools.sync.files", "{file}", "Files whose state changed.");

    private static readonly Counter<long> Requests =
        Meter.CreateCounter<long>("stravatools.sync.requests", "{request}", "Requests that were sent.");

    private static readonly Histogram<double> Durations =
        Meter.CreateHistogram<double>("stravatools.sync.run.duration", "s", "How long runs took.");

    internal static Activity? StartRun() => Source.StartActivity("sync");

    internal static Activity? StartRequest(SyncRequest request)
    {
        var kind = KindOf(request);
        Requests.Add(1, new KeyValuePair<string, object?>("kind", kind));
        return Source.StartActivity($"sync {kind}");
    }

    internal static void AddFile(SyncResult result)
    {
        if (result.IsNew)
        {
            Files.Add(1, new KeyValuePair<string, object?>("state", result.State.ToString()));
        }
    }

    internal static void AddRun(Activity? activity, SyncSummary summary)
    {
        Durations.Record(summary.Duration.TotalSeconds, new KeyValuePair<string, object?>("exit_code", (int)summary.ExitCode));
        activity?.SetTag("exit_code", (int)summary.ExitCode).SetTag("found", summary.Found).SetTag("settled", summary.Settled)
            .SetTag("changed", summary.Changed).SetTag("needs_you", summary.NeedsYou).SetTag("remaining", summary.Remaining);
        activity?.SetStatus(Errors.SyncExitCodes.IsSuccess(summary.ExitCode) ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
    }

    private static string KindOf(SyncRequest request) => request switch
    {
        SyncRequest.Post => "upload",
        SyncRequest.ListPage => "list",
        SyncRequest.PutPhoto => "photo",
        _ => "poll",
    };
}
