using StravaTools.Activities.Analysis;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>A segment of the options in Strava's shape.</summary>
internal static class SegmentShapes
{
    public static SegmentSummary ToSummary(FakeSegment segment)
    {
        var route = Polyline.Decode(segment.Polyline);
        return new SegmentSummary
        {
            Id = segment.Id,
            Name = segment.Name,
            ActivityType = segment.ActivityType,
            Distance = Math.Round(MeasureLength(route), 2),
            AverageGrade = segment.AverageGrade,
            MaximumGrade = segment.MaximumGrade,
            ElevationHigh = segment.ElevationHigh,
            ElevationLow = segment.ElevationLow,
            StartLatlng = ToLatLng(route.Take(1)),
            EndLatlng = ToLatLng(route.TakeLast(1)),
            ClimbCategory = segment.ClimbCategory,
            City = segment.City,
            State = segment.State,
            Country = segment.Country,
            Private = segment.IsPrivate,
        };
    }

    private static double[] ToLatLng(IEnumerable<Position> end) =>
        [.. end.SelectMany(position => new[] { position.Latitude, position.Longitude })];

    private static double MeasureLength(IReadOnlyList<Position> route) =>
        route.Zip(route.Skip(1), (from, to) => DistanceAnalysis.Between(from.Latitude, from.Longitude, to.Latitude, to.Longitude)).Sum();
}
