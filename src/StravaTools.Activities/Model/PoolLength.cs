namespace StravaTools.Activities.Model;

/// <summary>One length of a pool, or the rest between two.</summary>
/// <param name="StartTime">The start.</param>
/// <param name="ElapsedTime">The time from start to end.</param>
/// <param name="IsActive">False for a rest.</param>
/// <param name="SwimStroke">The stroke in FIT's words (such as freestyle).</param>
/// <param name="Strokes">The number of strokes.</param>
/// <param name="TimerTime">The time without pauses.</param>
/// <param name="EventType">The event that ended it, in FIT's words (such as stop).</param>
public sealed record PoolLength(
    DateTimeOffset? StartTime,
    TimeSpan? ElapsedTime,
    bool IsActive,
    string? SwimStroke,
    int? Strokes,
    TimeSpan? TimerTime = null,
    string? EventType = null);
