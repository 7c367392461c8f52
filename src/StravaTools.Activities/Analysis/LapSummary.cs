using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>A lap with what its points tell (strava-activities.md, "List activity laps").</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="StartSeconds">Seconds since the origin of the points.</param>
/// <param name="FirstPoint">Its first point.</param>
/// <param name="LastPoint">Its last point; the next lap begins with the one after it.</param>
/// <param name="Distance">Metres: as the file sums the lap up, else by the points.</param>
/// <param name="ElapsedSeconds">As the file sums the lap up, else by the points.</param>
/// <param name="MovingSeconds">By the points, no longer than the elapsed time.</param>
/// <param name="TotalAscent">Metres, as the file sums the lap up; null if it does not.</param>
/// <param name="Points">The points, with the one before them where the lap's first interval begins.</param>
public sealed record LapSummary(
    int Number, double StartSeconds, int FirstPoint, int LastPoint, double Distance, double ElapsedSeconds, double MovingSeconds,
    double? TotalAscent, ActivityStreams Points);
