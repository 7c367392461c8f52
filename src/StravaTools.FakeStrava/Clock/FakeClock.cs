namespace StravaTools.FakeStrava.Clock;

/// <summary>
/// The one clock of a fake, by which tokens expire, limits reset, and uploads are processed. Tests can move it and stop it.
/// </summary>
public sealed class FakeClock : TimeProvider
{
    /// <summary>Later, the ends of tokens and windows could not be computed.</summary>
    private static readonly DateTimeOffset Latest = new(9998, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly TimeProvider _real;
    private readonly Lock _lock = new();
    private TimeSpan _offset;
    private DateTimeOffset? _frozenAt;

    internal FakeClock(TimeProvider real) => _real = real;

    /// <summary>The time of the fake.</summary>
    public DateTimeOffset Now => GetUtcNow();

    /// <summary>True if the time does not pass.</summary>
    public bool IsFrozen
    {
        get
        {
            lock (_lock)
            {
                return _frozenAt is not null;
            }
        }
    }

    /// <summary>True if the clock runs and shows the real time.</summary>
    public bool IsReal
    {
        get
        {
            lock (_lock)
            {
                return _frozenAt is null && _offset == TimeSpan.Zero;
            }
        }
    }

    /// <summary>The clock that was given in the options, or the system's.</summary>
    internal TimeProvider Real => _real;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _frozenAt ?? (_real.GetUtcNow() + _offset);
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp() => _real.GetTimestamp();

    /// <inheritdoc />
    public override long TimestampFrequency => _real.TimestampFrequency;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Stops the clock, at the given time or at its current time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is in the year 9999.</exception>
    public void Freeze(DateTimeOffset? at = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at ?? Latest, Latest, nameof(at));
        lock (_lock)
        {
            _frozenAt = (at ?? GetUtcNow()).ToUniversalTime();
        }
    }

    /// <summary>Lets the clock run from the given time, or from its current time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is in the year 9999.</exception>
    public void RunFrom(DateTimeOffset? from = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from ?? Latest, Latest, nameof(from));
        lock (_lock)
        {
            _offset = (from ?? GetUtcNow()) - _real.GetUtcNow();
            _frozenAt = null;
        }
    }

    /// <summary>Moves the clock forward, whether it is stopped or not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The duration is negative: tokens would become valid again. Or it leads to the year 9999.
    /// </exception>
    public void Advance(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        lock (_lock)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, Latest - GetUtcNow());
            if (_frozenAt is { } frozen)
            {
                _frozenAt = frozen + duration;
            }
            else
            {
                _offset += duration;
            }
        }
    }

    /// <summary>Shows the real time again.</summary>
    public void ResetTime()
    {
        lock (_lock)
        {
            (_offset, _frozenAt) = (TimeSpan.Zero, null);
        }
    }
}
