namespace StravaTools.Activities.Analysis;

/// <summary>A stretch of a run of about a kilometer or a mile (strava-activities.md, splits_metric and splits_standard).</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="FirstPoint">The point where it begins.</param>
/// <param name="LastPoint">The point where it ends and the next split begins.</param>
/// <param name="Distance">Meters.</param>
/// <param name="ElapsedSeconds">Seconds, including rests.</param>
/// <param name="MovingSeconds">Seconds of moving.</param>
/// <param name="ElevationDifference">The altitude of the end minus that of the beginning in meters; null if either has no altitude.</param>
public sealed record SplitSummary(
    int Number, int FirstPoint, int LastPoint, double Distance, double ElapsedSeconds, double MovingSeconds, double? ElevationDifference);
