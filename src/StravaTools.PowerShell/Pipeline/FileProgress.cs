using System.Management.Automation;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>The progress line of one file: what is being done and, while waiting, for how long. It is completed however the file ends.</summary>
internal sealed class FileProgress : IProgress<UploadStatus>, IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly IEngine _engine;
    private readonly ProgressRecord _record;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly CancellationTokenSource _stop = new();
    private Task _ticking = Task.CompletedTask;
    private int _polls;

    public FileProgress(IEngine engine, string activity, string doing, string tally, TimeProvider clock)
    {
        _engine = engine;
        _clock = clock;
        _started = clock.GetTimestamp();
        _record = new ProgressRecord(1, activity, doing) { CurrentOperation = tally };
        ShowStatus(doing);
    }

    /// <summary>Shows what is being done now.</summary>
    public void ShowStatus(string doing)
    {
        _record.StatusDescription = doing;
        _engine.WriteProgress(new ProgressRecord(_record.ActivityId, _record.Activity, doing) { CurrentOperation = _record.CurrentOperation });
    }

    /// <summary>Shows each second how long it has taken: polls become rare, and a line that stands still looks dead.</summary>
    /// <param name="asking">What is being done until Strava has answered for the first time.</param>
    /// <param name="waiting">What is being done from then on.</param>
    public void CountSeconds(string asking, string waiting)
    {
        ShowStatus(asking);
        _ticking = TickAsync(asking, waiting);
    }

    /// <inheritdoc/>
    public void Report(UploadStatus value) => Interlocked.Increment(ref _polls);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ticking;
        _stop.Dispose();
        _engine.WriteProgress(new ProgressRecord(_record.ActivityId, _record.Activity, _record.StatusDescription) { RecordType = ProgressRecordType.Completed });
    }

    private async Task TickAsync(string asking, string waiting)
    {
        using var timer = new PeriodicTimer(Second, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var seconds = $"{_clock.GetElapsedTime(_started).TotalSeconds:0} s";
                var polls = Volatile.Read(ref _polls);
                ShowStatus(polls == 0 ? $"{asking}: {seconds}" : $"{waiting}: {seconds}, asked {polls} times");
            }
        }
        catch (OperationCanceledException)
        {
            // The wait is over.
        }
    }
}
