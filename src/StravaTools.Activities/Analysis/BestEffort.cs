namespace StravaTools.Activities.Analysis;

/// <summary>The fastest time over a distance within an activity (strava-activities.md, best_efforts).</summary>
/// <param name="Name">Strava's name of the distance.</param>
/// <param name="Distance">Meters.</param>
/// <param name="StartSeconds">Seconds since the origin of the points.</param>
/// <param name="ElapsedSeconds">Seconds, including rests.</param>
/// <param name="MovingSeconds">Seconds of moving.</param>
/// <param name="FirstPoint">The last point at or before its start.</param>
/// <param name="LastPoint">The first point at or after its end.</param>
public sealed record BestEffort(
    string Name, double Distance, double StartSeconds, double ElapsedSeconds, double MovingSeconds, int FirstPoint, int LastPoint);
