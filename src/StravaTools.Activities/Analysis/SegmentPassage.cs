namespace StravaTools.Activities.Analysis;

/// <summary>A passage of an activity over a segment.</summary>
/// <param name="FirstPoint">The point next to the segment's start.</param>
/// <param name="LastPoint">The point next to the segment's end.</param>
/// <param name="StartSeconds">Seconds since the origin of the points.</param>
/// <param name="ElapsedSeconds">Seconds, rests included.</param>
/// <param name="MovingSeconds">Seconds of moving.</param>
/// <param name="Distance">Meters that the activity measured.</param>
public sealed record SegmentPassage(
    int FirstPoint, int LastPoint, double StartSeconds, double ElapsedSeconds, double MovingSeconds, double Distance);
