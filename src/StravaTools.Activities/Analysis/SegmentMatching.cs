using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// Finds the first passage over a segment. Strava does not publish its rule. Here, a passage begins at the nearest of consecutive points
/// within <see cref="Tolerance"/> of the segment's start, and ends at such a point near its end. The distance in between is within
/// <see cref="LengthTolerance"/> of the segment's length.
/// </summary>
public static class SegmentMatching
{
    /// <summary>The maximum distance in meters from start and end.</summary>
    public const double Tolerance = 35;

    /// <summary>The fraction of its length by which the distance may differ.</summary>
    public const double LengthTolerance = 0.15;

    /// <summary>The first passage; null if the activity does not pass the segment.</summary>
    /// <param name="streams">The points.</param>
    /// <param name="start">The segment's start.</param>
    /// <param name="end">The segment's end.</param>
    /// <param name="length">The length of the segment in meters.</param>
    public static SegmentPassage? FindPassage(ActivityStreams streams, Position start, Position end, double length)
    {
        var timeline = Timeline.FromStreams(streams);
        for (var first = NextPointNear(streams, start, 0); first is { } from; first = NextPointNear(streams, start, from + 1))
        {
            for (var last = NextPointNear(streams, end, from + 1); last is { } to; last = NextPointNear(streams, end, to + 1))
            {
                var meters = timeline.Meters[to] - timeline.Meters[from];
                if (Math.Abs(meters - length) <= LengthTolerance * length)
                {
                    return CreatePassage(timeline, from, to);
                }
            }
        }

        return null;
    }

    private static SegmentPassage CreatePassage(Timeline timeline, int from, int to) => new(
        from,
        to,
        Durations.FromSeconds(timeline.Seconds[from]),
        Durations.FromSeconds(timeline.Seconds[to] - timeline.Seconds[from]),
        Durations.FromSeconds(timeline.MovingSeconds[to] - timeline.MovingSeconds[from]),
        timeline.Meters[to] - timeline.Meters[from]);

    /// <summary>The nearest point of the next consecutive points within the tolerance.</summary>
    private static int? NextPointNear(ActivityStreams streams, Position place, int from)
    {
        (int Point, double Meters)? nearest = null;
        for (var i = from; i < streams.Count; i++)
        {
            var meters = streams.HasPosition(i)
                ? DistanceAnalysis.Between(place.Latitude, place.Longitude, streams.Latitude[i], streams.Longitude[i])
                : double.PositiveInfinity;
            if (meters <= Tolerance && meters < (nearest?.Meters ?? double.PositiveInfinity))
            {
                nearest = (i, meters);
            }
            else if (meters > Tolerance && nearest is not null)
            {
                break;
            }
        }

        return nearest?.Point;
    }
}
