using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Start, end, and map of an activity.</summary>
internal static class RouteFigures
{
    /// <summary>Meters that the summary polyline can be off.</summary>
    private const double SummaryTolerance = 20;

    public static DetailedActivity WithRoute(this DetailedActivity activity, ActivityStreams streams, UploadParameters parameters)
    {
        var positions = Polyline.PositionsOf(streams);
        if (positions.Count == 0)
        {
            // "activities without lat/lng info in the file are auto marked as stationary, set to 1 to force" (strava-uploads.md, trainer)
            return activity with { Trainer = true };
        }

        var summary = PolylineSimplification.Simplify(positions, SummaryTolerance);
        return activity with
        {
            Trainer = parameters.Trainer,
            StartLatlng = ToLatLng(positions[0]),
            EndLatlng = ToLatLng(positions[^1]),
            Map = new PolylineMap("", Polyline.Encode(positions), Polyline.Encode(summary)),
        };
    }

    private static ImmutableArray<double> ToLatLng(Position position) =>
        [Math.Round(position.Latitude, 6), Math.Round(position.Longitude, 6)];
}
