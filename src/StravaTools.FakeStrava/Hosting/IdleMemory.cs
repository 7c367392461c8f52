namespace StravaTools.FakeStrava.Hosting;

/// <summary>
/// Returns memory to the operating system when the process becomes idle after much work: the garbage collector alone does so only if
/// more is allocated.
/// </summary>
internal sealed class IdleMemory : IDisposable
{
    private const long MaxIdleBytes = 1024 * 1024;
    private const long MinWorkBytes = 100 * 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ITimer _timer;
    private long _allocated;
    private long _allocatedAtReturn;

    public IdleMemory(TimeProvider clock) => _timer = clock.CreateTimer(_ => ReturnIfIdle(), null, Interval, Interval);

    public void Dispose() => _timer.Dispose();

    private void ReturnIfIdle()
    {
        var (before, now) = (_allocated, GC.GetTotalAllocatedBytes());
        _allocated = now;
        if (now - before < MaxIdleBytes && now - _allocatedAtReturn > MinWorkBytes)
        {
            _allocatedAtReturn = now;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
