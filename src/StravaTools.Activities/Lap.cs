namespace StravaTools.Activities;

/// <summary>One lap as the file sums it up.</summary>
/// <param name="StartTime">When it began.</param>
/// <param name="ElapsedTime">From its start to its end, pauses included.</param>
/// <param name="TimerTime">Without pauses.</param>
/// <param name="Distance">Metres.</param>
/// <param name="TotalAscent">Metres.</param>
/// <param name="Calories">Kilocalories.</param>
public sealed record Lap(
    DateTimeOffset? StartTime, TimeSpan? ElapsedTime, TimeSpan? TimerTime, double? Distance, double? TotalAscent = null, double? Calories = null);

/// <summary>One length of a pool, or the rest between two.</summary>
/// <param name="StartTime">When it began.</param>
/// <param name="ElapsedTime">From its start to its end.</param>
/// <param name="IsActive">False for a rest.</param>
/// <param name="SwimStroke">The stroke in FIT's words (freestyle, breaststroke ...).</param>
/// <param name="Strokes">How many strokes it took.</param>
/// <param name="TimerTime">Without pauses.</param>
/// <param name="EventType">What ended it, in FIT's words (stop ...).</param>
public sealed record PoolLength(
    DateTimeOffset? StartTime, TimeSpan? ElapsedTime, bool IsActive, string? SwimStroke, int? Strokes, TimeSpan? TimerTime = null, string? EventType = null);

/// <summary>One split of a FIT file.</summary>
/// <param name="Type">The type in FIT's words.</param>
/// <param name="StartTime">When it began.</param>
/// <param name="ElapsedTime">From its start to its end.</param>
public sealed record Split(string? Type, DateTimeOffset? StartTime, TimeSpan? ElapsedTime);

/// <summary>A heart rate with a time of its own.</summary>
/// <param name="Time">When it was measured.</param>
/// <param name="HeartRate">Beats per minute.</param>
public readonly record struct HeartRateSample(DateTimeOffset Time, int HeartRate);

/// <summary>The timer of the device started or stopped.</summary>
/// <param name="Time">When.</param>
/// <param name="Started">True for a start, false for a stop.</param>
/// <param name="Trigger">What did it, in FIT's words (manual, auto ...).</param>
public sealed record TimerEvent(DateTimeOffset Time, bool Started, string? Trigger);
