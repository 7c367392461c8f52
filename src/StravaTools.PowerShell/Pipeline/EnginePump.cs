using System.Collections.Concurrent;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>
/// Runs work on the thread pool while the pipeline thread performs its requests to the engine. PowerShell allows only that thread to write.
/// </summary>
internal sealed class EnginePump
{
    /// <summary>How long stopped work may take to clean up. Ctrl+C must respond at once.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private volatile BlockingCollection<Action>? _requests;

    /// <summary>Runs work and performs its requests until it ends.</summary>
    /// <param name="work">The work for the thread pool.</param>
    /// <param name="stop">Canceled by Ctrl+C.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void RunToEnd(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        var requests = new BlockingCollection<Action>();
        _requests = requests;
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var task = Task.Run(() => RunAsync(work, requests, cancel.Token), CancellationToken.None);
        try
        {
            foreach (var request in requests.GetConsumingEnumerable(stop))
            {
                request();
            }
        }
        catch
        {
            // The engine throws when the pipeline ends early (Select-Object -First 1, Ctrl+C, -ErrorAction Stop).
            cancel.Cancel();
            Task.WaitAny([task], Grace);
            throw;
        }
        finally
        {
            _requests = null;
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>Queues a request for the pipeline thread. Requests run in order.</summary>
    public void Post(Action request)
    {
        try
        {
            _requests?.Add(request, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // The work has ended, so a late log line is dropped.
        }
    }

    /// <summary>Runs a query on the pipeline thread and returns its result.</summary>
    public Task<T> AskAsync<T>(Func<T> question, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => Answer(question, answer));
        return answer.Task.WaitAsync(cancellationToken);
    }

    private static void Answer<T>(Func<T> question, TaskCompletionSource<T> answer)
    {
        try
        {
            answer.TrySetResult(question());
        }
        catch
        {
            answer.TrySetCanceled();
            throw;
        }
    }

    private static async Task RunAsync(
        Func<CancellationToken, Task> work, BlockingCollection<Action> requests, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        finally
        {
            requests.CompleteAdding();
        }
    }
}
