namespace StravaTools.Activities.Analysis;

/// <summary>A passage of an activity over a segment.</summary>
/// <param name="FirstPoint">The point next to the segment's start.</param>
/// <param name="LastPoint">The point next to the segment's end.</param>
/// <param name="StartOffset">The time from the origin of the points to its start.</param>
/// <param name="ElapsedTime">The time from start to end, including rests.</param>
/// <param name="MovingTime">The time of moving.</param>
/// <param name="Distance">Meters that the activity measured.</param>
public sealed record SegmentPassage(
    int FirstPoint, int LastPoint, TimeSpan StartOffset, TimeSpan ElapsedTime, TimeSpan MovingTime, double Distance);
