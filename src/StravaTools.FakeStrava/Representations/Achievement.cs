namespace StravaTools.FakeStrava.Representations;

/// <summary>An achieved rank (strava-activities.md, "Achievement Types").</summary>
/// <param name="TypeId">2, 3, or 5.</param>
/// <param name="Type">overall, pr, or year_overall.</param>
/// <param name="Rank">Counts from 1.</param>
public sealed record Achievement(int TypeId, string Type, int Rank)
{
    internal static Achievement Overall(int rank) => new(2, "overall", rank);

    internal static Achievement PersonalRecord(int rank) => new(3, "pr", rank);

    internal static Achievement YearOverall(int rank) => new(5, "year_overall", rank);
}
