namespace StravaTools.Activities.Analysis;

/// <summary>A passage of an activity over a segment.</summary>
/// <param name="FirstPoint">The point next to the segment's start.</param>
/// <param name="LastPoint">The point next to the segment's end.</param>
/// <param name="StartSeconds">Seconds since the origin of the points.</param>
/// <param name="ElapsedSeconds">Seconds, rests included.</param>
/// <param name="MovingSeconds">Seconds of moving.</param>
/// <param name="Distance">Metres that the activity measured.</param>
public sealed record SegmentPassage(int FirstPoint, int LastPoint, double StartSeconds, double ElapsedSeconds, double MovingSeconds, double Distance);

/// <summary>
/// Finds the first passage over a segment. Strava does not publish its rule; ours: the point nearest to the segment's start of those in a row that are
/// within <see cref="Tolerance"/> of it, then likewise the end, and in between a way as long as the segment within <see cref="LengthTolerance"/>.
/// </summary>
public static class SegmentMatching
{
    /// <summary>Metres that start and end may be off.</summary>
    public const double Tolerance = 35;

    /// <summary>The share of its length by which the way may be longer or shorter.</summary>
    public const double LengthTolerance = 0.15;

    /// <summary>The first passage; null if there is none.</summary>
    /// <param name="streams">The points.</param>
    /// <param name="start">The segment's start.</param>
    /// <param name="end">The segment's end.</param>
    /// <param name="length">Metres of the segment.</param>
    public static SegmentPassage? Find(ActivityStreams streams, Position start, Position end, double length)
    {
        var timeline = Timeline.Of(streams);
        for (var first = Next(streams, start, 0); first is { } from; first = Next(streams, start, from + 1))
        {
            for (var last = Next(streams, end, from + 1); last is { } to; last = Next(streams, end, to + 1))
            {
                var metres = timeline.Metres[to] - timeline.Metres[from];
                if (Math.Abs(metres - length) <= LengthTolerance * length)
                {
                    var seconds = timeline.Seconds[to] - timeline.Seconds[from];
                    var moving = timeline.MovingSeconds[to] - timeline.MovingSeconds[from];
                    return new SegmentPassage(from, to, timeline.Seconds[from], seconds, moving, metres);
                }
            }
        }

        return null;
    }

    /// <summary>The nearest point of the next row of points that are near.</summary>
    private static int? Next(ActivityStreams streams, Position place, int from)
    {
        (int Point, double Metres)? nearest = null;
        for (var i = from; i < streams.Count; i++)
        {
            var metres = streams.HasPosition(i)
                ? DistanceAnalysis.Between(place.Latitude, place.Longitude, streams.Latitude[i], streams.Longitude[i])
                : double.PositiveInfinity;
            if (metres <= Tolerance && metres < (nearest?.Metres ?? double.PositiveInfinity))
            {
                nearest = (i, metres);
            }
            else if (metres > Tolerance && nearest is not null)
            {
                break;
            }
        }

        return nearest?.Point;
    }
}
