using System.Diagnostics;
using System.Diagnostics.Metrics;
using StravaTools.Sync.PostgreSql.Storage;
using StravaTools.Sync.Running;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.PostgreSql.Workers;

/// <summary>The measurements of a worker, for System.Diagnostics.Metrics and System.Diagnostics.Activity.</summary>
internal sealed class WorkerMeter : IDisposable
{
    public const string Name = "StravaTools.Sync.PostgreSql";

    private readonly Meter _meter = new(Name);
    private readonly ActivitySource _activities = new(Name);
    private readonly Counter<long> _files;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _claims;
    private readonly Counter<long> _searches;
    private FleetProgress _progress = new([], null, 0, 0);

    public WorkerMeter()
    {
        _files = _meter.CreateCounter<long>("stravatools.worker.files", "{file}", "Files that reached a state.");
        _requests = _meter.CreateCounter<long>("stravatools.worker.requests", "{request}", "Requests to Strava.");
        _claims = _meter.CreateCounter<long>("stravatools.worker.claims", "{claim}", "Turns of athletes, and claims that were lost.");
        _searches = _meter.CreateCounter<long>("stravatools.worker.searches", "{file}", "Files whose response was lost.");
        _meter.CreateObservableGauge("stravatools.worker.stored", ReadSteps, "{file}", "Files in the database, by their last step.");
        _meter.CreateObservableGauge("stravatools.worker.oldest", ReadAge, "s", "Age of the file that waits the longest.");
        _meter.CreateObservableGauge("stravatools.worker.left", ReadPermits, "{request}", "Requests left in the current windows.");
    }

    /// <summary>Begins the span of a turn; null if no one listens.</summary>
    public Activity? BeginTurn(SyncClaim claim) =>
        _activities.StartActivity("turn")?.SetTag("athlete", claim.Athlete).SetTag("fence", claim.Fence);

    public void CountFile(string state) => _files.Add(1, new KeyValuePair<string, object?>("state", state));

    public void CountClaim(string outcome) => _claims.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void CountSearches(int files) => _searches.Add(files);

    public void CountRequests(RequestCounts counts)
    {
        CountRequests("upload", counts.Uploads);
        CountRequests("list", counts.Lists);
        CountRequests("poll", counts.Polls);
        CountRequests("refused", counts.Refused);
    }

    /// <summary>Sets the progress of all workers.</summary>
    public void SetProgress(FleetProgress progress) => _progress = progress;

    public void Dispose()
    {
        _meter.Dispose();
        _activities.Dispose();
    }

    private void CountRequests(string kind, long count)
    {
        if (count > 0)
        {
            _requests.Add(count, new KeyValuePair<string, object?>("kind", kind));
        }
    }

    private double ReadAge() => _progress.OldestOpen ?? 0;

    private IEnumerable<Measurement<long>> ReadSteps() =>
        _progress.Steps.Select(step => new Measurement<long>(step.Files, new KeyValuePair<string, object?>("step", step.Name)));

    private IEnumerable<Measurement<long>> ReadPermits() =>
    [
        new(_progress.LeftInQuarter, new KeyValuePair<string, object?>("window", "quarter")),
        new(_progress.LeftInDay, new KeyValuePair<string, object?>("window", "day")),
    ];
}
