namespace StravaTools.Activities.Model;

/// <summary>A heart rate with a time of its own.</summary>
/// <param name="Time">The time of the measurement, in UTC.</param>
/// <param name="HeartRate">Beats per minute.</param>
public readonly record struct HeartRateSample(DateTimeOffset Time, int HeartRate)
{
    internal HeartRateSample(long ticks, int heartRate)
        : this(default(DateTimeOffset), heartRate) => Ticks = ticks;

    /// <inheritdoc cref="HeartRateSample(DateTimeOffset, int)" path="/param[@name='Time']"/>
    public DateTimeOffset Time
    {
        get => new(Ticks, TimeSpan.Zero);
        init => Ticks = value.UtcTicks;
    }

    /// <summary>The time in ticks of 100 ns. A strap records thousands of samples, so they are two thirds as large with it.</summary>
    internal long Ticks { get; private init; } = Time.UtcTicks;
}
