namespace StravaTools.Activities.Analysis;

/// <summary>A stretch of a run of about a kilometre or a mile (strava-activities.md, splits_metric and splits_standard).</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="FirstPoint">Where it begins.</param>
/// <param name="LastPoint">Where it ends, and the next one begins.</param>
/// <param name="Distance">Metres.</param>
/// <param name="ElapsedSeconds">Seconds, rests included.</param>
/// <param name="MovingSeconds">Seconds of moving.</param>
/// <param name="ElevationDifference">Metres that the end is above the beginning; null if one of them has no altitude.</param>
public sealed record SplitSummary(
    int Number, int FirstPoint, int LastPoint, double Distance, double ElapsedSeconds, double MovingSeconds, double? ElevationDifference);
