using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace StravaTools.Activities;

/// <summary>Checks files on several threads and returns the results in order.</summary>
internal static class ParallelChecks
{
    /// <summary>How many results per thread may be ready before the next in order: enough for a large file among small ones.</summary>
    private const int AheadPerThread = 32;

    public static async IAsyncEnumerable<CheckedFile> RunAsync(
        IEnumerable<string> paths, BatchValidationOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var inOrder = Channel.CreateBounded<Job>(
            new BoundedChannelOptions(options.Threads * AheadPerThread) { SingleReader = true, SingleWriter = true });
        using var toDo = new BlockingCollection<Job>();
        var running = Enumerable.Range(0, options.Threads)
            .Select(_ => StartThread(() => ProcessJobs(toDo, options, stop.Token)))
            .Append(Task.Run(() => FeedAsync(paths, inOrder.Writer, toDo, stop.Token), CancellationToken.None))
            .ToArray();
        try
        {
            await foreach (var job in inOrder.Reader.ReadAllAsync(stop.Token))
            {
                yield return await job.Answer.Task.WaitAsync(stop.Token);
            }
        }
        finally
        {
            // A caller that stops enumerating must not leave threads at work.
            await stop.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Dedicated threads: work that never waits would keep the pool from returning results.</summary>
    private static Task StartThread(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The bounded channel keeps the order, and makes this wait when it is full.</summary>
    private static async Task FeedAsync(
        IEnumerable<string> paths, ChannelWriter<Job> inOrder, BlockingCollection<Job> toDo, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var path in paths)
            {
                var job = new Job(path);
                await inOrder.WriteAsync(job, cancellationToken);
                toDo.Add(job, cancellationToken);
            }

            inOrder.Complete();
        }
        catch (Exception e)
        {
            // Exceptions of the caller's own sequence are passed on to the caller.
            inOrder.Complete(e);
        }
        finally
        {
            toDo.CompleteAdding();
        }
    }

    private static void ProcessJobs(
        BlockingCollection<Job> toDo, BatchValidationOptions options, CancellationToken cancellationToken)
    {
        var buffer = Array.Empty<byte>();
        foreach (var job in toDo.GetConsumingEnumerable(cancellationToken))
        {
            try
            {
                job.Answer.SetResult(CheckFile(job.Path, options, ref buffer, cancellationToken));
            }
            catch (Exception e)
            {
                job.Answer.SetException(e);
            }
        }
    }

    private static CheckedFile CheckFile(
        string path, BatchValidationOptions options, ref byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            var file = ActivityFile.ReadInto(path, options.Validation.Limits, ref buffer);
            var report = ActivityValidator.Validate(file, options.Validation, cancellationToken);
            return new CheckedFile(path, report, Sha256: options.ComputesSha256 && !file.IsTooLarge ? file.Sha256 : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new CheckedFile(path, null, e);
        }
    }

    private sealed class Job(string path)
    {
        public string Path { get; } = path;

        public TaskCompletionSource<CheckedFile> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
