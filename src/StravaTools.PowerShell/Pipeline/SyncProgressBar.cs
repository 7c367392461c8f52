using System.Globalization;
using System.Management.Automation;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>The progress of a synchronization. A run of less than two seconds shows nothing. It is always completed.</summary>
internal sealed class SyncProgressBar : IAsyncDisposable
{
    private const int Id = 1, NoPercentage = -1;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly IEngine _engine;
    private readonly string _title;
    private readonly Task _ticking;
    private (string Text, int Percent) _last = ("Reading the files", NoPercentage);

    public SyncProgressBar(IEngine engine, TimeProvider clock, string title)
    {
        (_engine, _title) = (engine, title);
        _ticking = TickAsync(clock);
    }

    /// <summary>Notes how far the run is, on any thread. A file that was sent is half done: one request confirms many files.</summary>
    public void NoteProgress(SyncProgress progress) =>
        NoteState(Describe(progress), (2 * progress.Done) + progress.Sent, 2 * progress.Found);

    /// <summary>Notes how many files were submitted, on any thread.</summary>
    public void NoteSubmitted(int done, int found) =>
        NoteState(string.Create(CultureInfo.CurrentCulture, $"{done:N0} of {found:N0} submitted"), done, found);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ticking;
        _stop.Dispose();
    }

    /// <summary>The text of the line, in the culture of the session.</summary>
    public static string Describe(SyncProgress progress)
    {
        var text = string.Create(
            CultureInfo.CurrentCulture,
            $"{progress.Done:N0} of {progress.Found:N0}, {progress.Sent:N0} sent, requests: {progress.Requests:N0}");
        if (progress.NeedsYou > 0)
        {
            text += string.Create(CultureInfo.CurrentCulture, $", {progress.NeedsYou:N0} need you");
        }

        if (progress.WaitsUntil is { } until)
        {
            text += string.Create(CultureInfo.InvariantCulture, $"; waiting until {until.ToLocalTime():HH:mm:ss}");
        }

        return text;
    }

    private async Task TickAsync(TimeProvider clock)
    {
        var isShown = false;
        try
        {
            using var timer = new PeriodicTimer(Interval, clock);
            await timer.WaitForNextTickAsync(_stop.Token);
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                isShown = true;
                _engine.WriteProgress(CreateRecord());
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }

        if (isShown)
        {
            _engine.WriteProgress(new ProgressRecord(Id, _title, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private void NoteState(string text, int done, int all)
    {
        lock (_stop)
        {
            _last = (text, all > 0 ? Math.Min(100, done * 100 / all) : NoPercentage);
        }
    }

    private ProgressRecord CreateRecord()
    {
        lock (_stop)
        {
            return new ProgressRecord(Id, _title, _last.Text) { PercentComplete = _last.Percent };
        }
    }
}
