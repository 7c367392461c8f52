using System.Collections.Concurrent;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>
/// Runs work on the thread pool while the pipeline thread does what the work asks of the engine: PowerShell lets no other thread write.
/// </summary>
internal sealed class EnginePump
{
    /// <summary>How long work that was told to stop may take to tidy up; Ctrl+C must be felt at once.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private volatile BlockingCollection<Action>? _requests;

    /// <summary>Runs work and serves it until it has ended.</summary>
    /// <param name="work">What to do on the pool.</param>
    /// <param name="stop">Cancelled by Ctrl+C.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
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
            // The engine throws where the pipeline ends early (Select-Object -First 1, Ctrl+C, -ErrorAction Stop).
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

    /// <summary>Has something done on the pipeline thread, soon; in the order of the calls.</summary>
    public void Post(Action request)
    {
        try
        {
            _requests?.Add(request, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // The work has ended; a late line of a log has no reader.
        }
    }

    /// <summary>Asks the engine something.</summary>
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

    private static async Task RunAsync(Func<CancellationToken, Task> work, BlockingCollection<Action> requests, CancellationToken cancellationToken)
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
