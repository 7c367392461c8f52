namespace StravaTools.Activities.Analysis;

/// <summary>A stretch of a run of about a kilometer or a mile (strava-activities.md, splits_metric and splits_standard).</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="FirstPoint">The point where it begins.</param>
/// <param name="LastPoint">The point where it ends and the next split begins.</param>
/// <param name="Distance">Meters.</param>
/// <param name="ElapsedTime">The time from start to end, including rests.</param>
/// <param name="MovingTime">The time of moving.</param>
/// <param name="ElevationDifference">The altitude of the end minus that of the beginning in meters; null if either has no altitude.</param>
public sealed record SplitSummary(
    int Number, int FirstPoint, int LastPoint, double Distance, TimeSpan ElapsedTime, TimeSpan MovingTime, double? ElevationDifference);
