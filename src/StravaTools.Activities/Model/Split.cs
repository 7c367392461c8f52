namespace StravaTools.Activities.Model;

/// <summary>One split of a FIT file.</summary>
/// <param name="Type">The type in FIT's words.</param>
/// <param name="StartTime">The start.</param>
/// <param name="ElapsedTime">The time from start to end.</param>
public sealed record Split(string? Type, DateTimeOffset? StartTime, TimeSpan? ElapsedTime);
