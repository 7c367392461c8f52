namespace StravaTools.Activities.Model;

/// <summary>One split of a FIT file.</summary>
/// <param name="Type">The type in FIT's words.</param>
/// <param name="StartTime">When it began.</param>
/// <param name="ElapsedTime">From its start to its end.</param>
public sealed record Split(string? Type, DateTimeOffset? StartTime, TimeSpan? ElapsedTime);
