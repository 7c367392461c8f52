namespace StravaTools.FakeStrava.Faults;

/// <summary>Closes the ports of the fake for a time. A closed port refuses connections.</summary>
internal sealed class PortSwitch(TimeProvider realClock) : IDisposable
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _opened = CreateCompleted();
    private ITimer? _timer;

    /// <summary>Stops listening before it returns.</summary>
    public event EventHandler? Closed;

    public bool IsClosed => !Opened.IsCompleted;

    /// <summary>Completes when the ports are open.</summary>
    public Task Opened => Volatile.Read(ref _opened).Task;

    public void ClosePorts(TimeSpan time)
    {
        lock (_lock)
        {
            if (!IsClosed)
            {
                Volatile.Write(ref _opened, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            _timer?.Dispose();
            _timer = realClock.CreateTimer(_ => OpenPorts(), null, time, Timeout.InfiniteTimeSpan);
        }

        Closed?.Invoke(this, EventArgs.Empty);
    }

    public void OpenPorts()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _opened.TrySetResult();
        }
    }

    public void Dispose() => OpenPorts();

    private static TaskCompletionSource CreateCompleted()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }
}
