using StravaTools.Sync.PostgreSql.Connections;

namespace StravaTools.Sync.PostgreSql.Tests.Connections;

[TimeLimit(10)]
public class StoreClockTests
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(5);

    private readonly ManualTimeProvider _local = new();
    private readonly StoreClock _clock;

    public StoreClockTests() => _clock = new StoreClock(_local);

    [Fact]
    public void Time_is_the_database_s()
    {
        _clock.SetTime(_local.GetUtcNow() + Ahead, _local.GetUtcNow());
        _local.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(_local.GetUtcNow() + Ahead, _clock.GetUtcNow());
    }

    /// <summary>
    /// The process was stopped for half an hour. With a slow clock, it would end a grace time early when the clock is corrected.
    /// </summary>
    [Fact]
    public void Answer_that_was_read_late_changes_nothing()
    {
        _clock.SetTime(_local.GetUtcNow() + Ahead, _local.GetUtcNow());
        var asked = _clock.Local;
        _local.Advance(TimeSpan.FromMinutes(30));
        _clock.SetTime(asked + Ahead, asked);

        Assert.Equal(_local.GetUtcNow() + Ahead, _clock.GetUtcNow());
    }

    [Fact]
    public void Time_follows_a_database_whose_clock_was_set()
    {
        _clock.SetTime(_local.GetUtcNow() + Ahead, _local.GetUtcNow());
        _clock.SetTime(_local.GetUtcNow() - Ahead, _local.GetUtcNow());

        Assert.Equal(_local.GetUtcNow() - Ahead, _clock.GetUtcNow());
    }
}
