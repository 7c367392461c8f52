using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Analysis;

/// <summary>The fastest time over a distance within an activity (strava-activities.md, best_efforts).</summary>
/// <param name="Name">Strava's name of the distance.</param>
/// <param name="Distance">Meters.</param>
/// <param name="StartOffset">The time from the origin of the points to its start.</param>
/// <param name="ElapsedTime">The time from start to end, including rests.</param>
/// <param name="MovingTime">The time of moving.</param>
/// <param name="FirstPoint">The last point at or before its start.</param>
/// <param name="LastPoint">The first point at or after its end.</param>
public sealed record BestEffort(
    string Name, double Distance, TimeSpan StartOffset, TimeSpan ElapsedTime, TimeSpan MovingTime, int FirstPoint, int LastPoint)
{
    /// <summary>The name and the elapsed time, such as "5k 21:03".</summary>
    public override string ToString() => $"{Name} {DurationText.Format(ElapsedTime)}";
}
