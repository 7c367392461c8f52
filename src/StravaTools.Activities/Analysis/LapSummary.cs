using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>A lap with the values of its points (strava-activities.md, "List activity laps").</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="StartOffset">The time from the origin of the points to its start.</param>
/// <param name="FirstPoint">Its first point.</param>
/// <param name="LastPoint">Its last point; the next lap begins with the next point.</param>
/// <param name="Distance">Meters by the summary of the lap, or else by the points.</param>
/// <param name="ElapsedTime">The time by the summary of the lap, or else by the points.</param>
/// <param name="MovingTime">The time by the points, no more than the elapsed time.</param>
/// <param name="TotalAscent">Meters by the summary of the lap; null if it has none.</param>
/// <param name="Points">The points, and the point before them, where the first interval of the lap begins.</param>
public sealed record LapSummary(
    int Number, TimeSpan StartOffset, int FirstPoint, int LastPoint, double Distance, TimeSpan ElapsedTime, TimeSpan MovingTime,
    double? TotalAscent, ActivityStreams Points);
