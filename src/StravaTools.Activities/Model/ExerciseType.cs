namespace StravaTools.Activities.Model;

/// <summary>An exercise of Strava's list.</summary>
/// <param name="Group">The group it is listed under, such as "Bench Press".</param>
/// <param name="Name">Its identifier, such as BARBELL_BENCH_PRESS.</param>
public sealed record ExerciseType(string Group, string Name)
{
    /// <summary>True if strava-uploads.md lists it; false if only Strava's longer list of 2026-10-03 does.</summary>
    public bool IsDocumented { get; init; } = true;
}
