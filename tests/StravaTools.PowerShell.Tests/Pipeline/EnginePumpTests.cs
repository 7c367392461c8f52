using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Tests.Pipeline;

public sealed class EnginePumpTests
{
    private readonly EnginePump _pump = new();

    [Fact]
    public void Posted_requests_run_on_the_calling_thread_in_order()
    {
        var done = new List<(int Number, int Thread)>();
        _pump.RunToEnd(
            async cancellationToken =>
            {
                _pump.Post(() => done.Add((1, Environment.CurrentManagedThreadId)));
                await Task.Yield();
                _pump.Post(() => done.Add((2, Environment.CurrentManagedThreadId)));
                Assert.Equal(3, await _pump.AskAsync(() => 3, cancellationToken));
            },
            CancellationToken.None);

        Assert.Equal([(1, Environment.CurrentManagedThreadId), (2, Environment.CurrentManagedThreadId)], done);
    }

    [Fact]
    public void Exception_of_the_work_is_rethrown_unchanged()
    {
        Assert.Throws<FormatException>(() => _pump.RunToEnd(_ => throw new FormatException(), CancellationToken.None));
    }

    [Fact]
    public void Exception_of_the_engine_stops_the_work()
    {
        var ended = new TaskCompletionSource();
        Assert.Throws<FormatException>(() => _pump.RunToEnd(cancellationToken => WorkAsync(cancellationToken), CancellationToken.None));
        Assert.True(ended.Task.IsCompleted);

        async Task WorkAsync(CancellationToken cancellationToken)
        {
            try
            {
                await _pump.AskAsync<bool>(() => throw new FormatException(), cancellationToken);
            }
            finally
            {
                ended.SetResult();
            }
        }
    }

    [Fact]
    public void Stop_returns_at_once_even_if_the_work_ignores_it()
    {
        using var stop = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        Assert.ThrowsAny<OperationCanceledException>(() => _pump.RunToEnd(
            async _ =>
            {
                await stop.CancelAsync();
                await never.Task;
            },
            stop.Token));
    }

    [Fact]
    public void Request_after_the_end_is_dropped()
    {
        _pump.RunToEnd(_ => Task.CompletedTask, CancellationToken.None);

        _pump.Post(() => Assert.Fail("The work has ended."));
    }
}
