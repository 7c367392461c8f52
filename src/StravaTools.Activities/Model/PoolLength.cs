namespace StravaTools.Activities.Model;

/// <summary>One length of a pool, or the rest between two.</summary>
/// <param name="StartTime">When it began.</param>
/// <param name="ElapsedTime">From its start to its end.</param>
/// <param name="IsActive">False for a rest.</param>
/// <param name="SwimStroke">The stroke in FIT's words (freestyle, breaststroke ...).</param>
/// <param name="Strokes">How many strokes it took.</param>
/// <param name="TimerTime">Without pauses.</param>
/// <param name="EventType">What ended it, in FIT's words (stop ...).</param>
public sealed record PoolLength(
    DateTimeOffset? StartTime,
    TimeSpan? ElapsedTime,
    bool IsActive,
    string? SwimStroke,
    int? Strokes,
    TimeSpan? TimerTime = null,
    string? EventType = null);
