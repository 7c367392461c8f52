namespace StravaTools.Activities.Model;

/// <summary>The summary of one lap in the file.</summary>
/// <param name="StartTime">The start.</param>
/// <param name="ElapsedTime">The time from start to end, including pauses.</param>
/// <param name="TimerTime">The time without pauses.</param>
/// <param name="Distance">The distance in meters.</param>
/// <param name="TotalAscent">The ascent in meters.</param>
/// <param name="Calories">The energy in kilocalories.</param>
public sealed record Lap(
    DateTimeOffset? StartTime,
    TimeSpan? ElapsedTime,
    TimeSpan? TimerTime,
    double? Distance,
    double? TotalAscent = null,
    double? Calories = null);
