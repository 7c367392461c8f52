using System.Collections.Concurrent;
using System.Management.Automation;
using StravaTools.Client.Files;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>
/// Files that are checked on all cores while the pipeline goes on: records put files in, answers come out in the order of the files.
/// </summary>
/// <param name="engine">Where progress is shown.</param>
/// <param name="checks">Checks them.</param>
/// <param name="clock">Times the progress line.</param>
/// <param name="stop">Ends it.</param>
internal sealed class CheckQueue(IEngine engine, FileChecks checks, TimeProvider clock, CancellationToken stop)
{
    /// <summary>How many files may wait for their answer when a record ends: enough to keep all cores busy.</summary>
    private const int Ahead = 64;

    private const string Activity = "Test-ActivityFile";
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    private readonly BlockingCollection<string> _paths = [];
    private readonly Queue<string> _waiting = new();
    private IAsyncEnumerator<FileCheck>? _answers;
    private Task<bool>? _next;
    private long _shown = clock.GetTimestamp();
    private bool _isShowing;
    private int _answered;

    /// <summary>False while <see cref="ReadyAsync"/> has nothing to give: asking costs a change of threads, and files come one by one.</summary>
    public bool HasReady => _next is null || _next.IsCompleted || _waiting.Count > Ahead;

    /// <summary>Adds files behind those there are.</summary>
    public void Enqueue(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            _waiting.Enqueue(path);
            _paths.Add(path, CancellationToken.None);
        }
    }

    /// <summary>The answers that are there, and those without which too many files would wait.</summary>
    public IAsyncEnumerable<FileCheck> ReadyAsync() => AnswersAsync(mayWait: Ahead);

    /// <summary>The answers that are left; no file can be added any more.</summary>
    public async IAsyncEnumerable<FileCheck> RestAsync()
    {
        _paths.CompleteAdding();
        await foreach (var answer in AnswersAsync(mayWait: 0))
        {
            yield return answer;
        }

        if (_isShowing)
        {
            engine.WriteProgress(new ProgressRecord(1, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private async IAsyncEnumerable<FileCheck> AnswersAsync(int mayWait)
    {
        _answers ??= checks.CheckAsync(_paths.GetConsumingEnumerable(stop), stop).GetAsyncEnumerator(stop);
        while (_waiting.Count > 0)
        {
            _next ??= _answers.MoveNextAsync().AsTask();
            if (!_next.IsCompleted && _waiting.Count <= mayWait)
            {
                break;
            }

            await ArrivedAsync(_next);
            yield return _answers.Current;
            _next = null;
            _answered++;
            _waiting.Dequeue();
        }
    }

    /// <summary>Waits for the next answer, and shows what it waits for where that takes long.</summary>
    private async Task ArrivedAsync(Task<bool> next)
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
        var progress = new ProgressRecord(1, Activity, $"Checking {Path.GetFileName(_waiting.Peek())}") { CurrentOperation = $"{_answered:N0} files are checked" };
        if (_paths.IsAddingCompleted)
        {
            progress.CurrentOperation = $"File {_answered + 1:N0} of {_answered + _waiting.Count:N0}";
            progress.PercentComplete = (int)(100L * _answered / (_answered + _waiting.Count));
        }

        engine.WriteProgress(progress);
    }
}
