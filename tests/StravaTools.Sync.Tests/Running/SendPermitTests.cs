using StravaTools.Sync.Running;

namespace StravaTools.Sync.Tests.Running;

/// <summary>A process that was stopped after it took a request must not send it later, in another window.</summary>
public class SendPermitTests
{
    private readonly TwoClocks _clocks = new();
    private readonly SendPermit _permit;

    public SendPermitTests() => _permit = new SendPermit(_clocks, TimeSpan.FromSeconds(1));

    /// <summary>The monotonic clock of a suspended machine may stand still, and the wall clock may be set back.</summary>
    [Theory]
    [InlineData(1.0, 1.0, true)]
    [InlineData(1.001, 1.001, false)]
    [InlineData(0, 300, false)]
    [InlineData(2, -3600, false)]
    public void Permit_is_valid_while_both_clocks_are_within_its_life(double monotonic, double wall, bool isValid)
    {
        _clocks.Add(TimeSpan.FromSeconds(monotonic), TimeSpan.FromSeconds(wall));
        Assert.Equal(isValid, _permit.IsValid);
    }

    [Fact]
    public void Expired_permit_throws()
    {
        _permit.ThrowIfExpired();
        _clocks.Add(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        Assert.Throws<PermitExpiredException>(_permit.ThrowIfExpired);
    }

    private sealed class TwoClocks : TimeProvider
    {
        private TimeSpan _monotonic;
        private DateTimeOffset _wall = DateTimeOffset.UnixEpoch.AddYears(56);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Add(TimeSpan monotonic, TimeSpan wall) => (_monotonic, _wall) = (_monotonic + monotonic, _wall + wall);

        public override long GetTimestamp() => _monotonic.Ticks;

        public override DateTimeOffset GetUtcNow() => _wall;
    }
}
