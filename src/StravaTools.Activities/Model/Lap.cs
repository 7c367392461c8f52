namespace StravaTools.Activities.Model;

/// <summary>One lap as the file sums it up.</summary>
/// <param name="StartTime">When it began.</param>
/// <param name="ElapsedTime">From its start to its end, pauses included.</param>
/// <param name="TimerTime">Without pauses.</param>
/// <param name="Distance">Metres.</param>
/// <param name="TotalAscent">Metres.</param>
/// <param name="Calories">Kilocalories.</param>
public sealed record Lap(
    DateTimeOffset? StartTime,
    TimeSpan? ElapsedTime,
    TimeSpan? TimerTime,
    double? Distance,
    double? TotalAscent = null,
    double? Calories = null);
