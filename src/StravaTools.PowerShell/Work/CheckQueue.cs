using System.Collections.Concurrent;
using System.Management.Automation;
using StravaTools.Client.Files;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>
/// Checks files on all cores while the pipeline continues. Records add files, and results arrive in the order of the files.
/// </summary>
/// <param name="engine">Shows progress.</param>
/// <param name="checks">Checks them.</param>
/// <param name="clock">Times the progress line.</param>
/// <param name="stop">Stops the checks.</param>
internal sealed class CheckQueue(IEngine engine, FileChecks checks, TimeProvider clock, CancellationToken stop)
{
    /// <summary>How many files may still be in progress when a record ends: enough to keep all cores busy.</summary>
    private const int MaxInProgress = 64;

    private const string Activity = "Test-ActivityFile";
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    private readonly BlockingCollection<string> _paths = [];
    private readonly Queue<string> _waiting = new();
    private IAsyncEnumerator<FileCheck>? _answers;
    private Task<bool>? _next;
    private long _shown = clock.GetTimestamp();
    private bool _isShowing;
    private int _answered;

    /// <summary>
    /// False if <see cref="ReadyAsync"/> would return nothing. Asking it needs a change of threads, and the pipeline passes files one by
    /// one.
    /// </summary>
    public bool HasReady => _next is null || _next.IsCompleted || _waiting.Count > MaxInProgress;

    /// <summary>Adds files to the queue.</summary>
    public void Enqueue(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            _waiting.Enqueue(path);
            _paths.Add(path, CancellationToken.None);
        }
    }

    /// <summary>Returns the results that are ready, and waits for more if too many files are in progress.</summary>
    public IAsyncEnumerable<FileCheck> ReadyAsync() => AnswersAsync(allowed: MaxInProgress);

    /// <summary>Returns the remaining results. No file can be added afterwards.</summary>
    public async IAsyncEnumerable<FileCheck> RestAsync()
    {
        _paths.CompleteAdding();
        await foreach (var answer in AnswersAsync(allowed: 0))
        {
            yield return answer;
        }

        if (_isShowing)
        {
            engine.WriteProgress(new ProgressRecord(1, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private async IAsyncEnumerable<FileCheck> AnswersAsync(int allowed)
    {
        _answers ??= checks.CheckAsync(_paths.GetConsumingEnumerable(stop), stop).GetAsyncEnumerator(stop);
        while (_waiting.Count > 0)
        {
            _next ??= _answers.MoveNextAsync().AsTask();
            if (!_next.IsCompleted && _waiting.Count <= allowed)
            {
                break;
            }

            await WaitForNextAsync(_next);
            yield return _answers.Current;
            _next = null;
            _answered++;
            _waiting.Dequeue();
        }
    }

    /// <summary>Waits for the next result, and shows progress if that takes long.</summary>
    private async Task WaitForNextAsync(Task<bool> next)
    {
        do
        {
            if (clock.GetElapsedTime(_shown) >= Tick)
            {
                ShowProgress();
            }
        }
        while (await Task.WhenAny(next, Task.Delay(Tick, clock, stop)) != next && !stop.IsCancellationRequested);

        await next;
    }

    private void ShowProgress()
    {
        _shown = clock.GetTimestamp();
        _isShowing = true;
        var progress = new ProgressRecord(1, Activity, $"Checking {Path.GetFileName(_waiting.Peek())}");
        if (_paths.IsAddingCompleted)
        {
            var total = _answered + _waiting.Count;
            progress.CurrentOperation = $"File {_answered + 1:N0} of {total:N0}";
            progress.PercentComplete = (int)(100L * _answered / total);
        }
        else
        {
            progress.CurrentOperation = $"Files checked: {_answered:N0}";
        }

        engine.WriteProgress(progress);
    }
}
