using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Processing;

/// <summary>The points of a segment or a route as streams: they were planned, not recorded, so they have no times.</summary>
internal static class PlannedStreams
{
    /// <summary>The altitudes are invented: a segment climbs or falls evenly.</summary>
    public static ActivityStreams OfSegment(FakeSegment segment)
    {
        var streams = ReadPolyline(segment.Polyline);
        if (streams.Count == 0 || streams.Distance[^1] == 0)
        {
            return streams;
        }

        var isDescent = segment.AverageGrade < 0;
        var (start, end) = isDescent ? (segment.ElevationHigh, segment.ElevationLow) : (segment.ElevationLow, segment.ElevationHigh);
        var length = streams.Distance[^1];
        return streams with { Altitude = [.. streams.Distance.Select(meters => (float)(start + ((end - start) * meters / length)))] };
    }

    public static ActivityStreams OfRoute(FakeRoute route)
    {
        var streams = ReadPolyline(route.Polyline);
        if (route.Altitudes.Count != streams.Count)
        {
            return streams;
        }

        return streams with { Altitude = [.. route.Altitudes.Select(meters => (float)meters)] };
    }

    private static ActivityStreams ReadPolyline(string polyline)
    {
        var points = Polyline.Decode(polyline);
        var streams = new ActivityStreams
        {
            Count = points.Count,
            Latitude = [.. points.Select(point => point.Latitude)],
            Longitude = [.. points.Select(point => point.Longitude)],
        };
        return streams with { Distance = [.. DistanceAnalysis.Cumulative(streams)] };
    }
}
