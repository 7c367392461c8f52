using System.Management.Automation;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>The progress line of one file: the current step and, while waiting, the elapsed time. It is always completed.</summary>
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

    /// <summary>Shows the current step.</summary>
    public void ShowStatus(string doing)
    {
        _record.StatusDescription = doing;
        _engine.WriteProgress(CreateRecord(ProgressRecordType.Processing));
    }

    /// <summary>Updates the elapsed time every second. Polls become rare, and a line that never changes looks frozen.</summary>
    /// <param name="asking">The step until the first response.</param>
    /// <param name="waiting">The step after the first response.</param>
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
        _engine.WriteProgress(CreateRecord(ProgressRecordType.Completed));
    }

    /// <summary>A copy: the engine shows it later, when the next step may have begun.</summary>
    private ProgressRecord CreateRecord(ProgressRecordType type) =>
        new(_record.ActivityId, _record.Activity, _record.StatusDescription)
        {
            CurrentOperation = _record.CurrentOperation,
            RecordType = type,
        };

    private static string DescribeWait(string asking, string waiting, string seconds, int polls) => polls switch
    {
        0 => $"{asking}: {seconds}",
        1 => $"{waiting}: {seconds}, 1 status request",
        _ => $"{waiting}: {seconds}, {polls} status requests",
    };

    private async Task TickAsync(string asking, string waiting)
    {
        using var timer = new PeriodicTimer(Second, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var seconds = $"{_clock.GetElapsedTime(_started).TotalSeconds:0} s";
                var polls = Volatile.Read(ref _polls);
                ShowStatus(DescribeWait(asking, waiting, seconds, polls));
            }
        }
        catch (OperationCanceledException)
        {
            // The wait is over.
        }
    }
}
