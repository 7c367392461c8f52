using System.Globalization;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/segments/explore (swagger, ExplorerResponse): up to 10 segments that start within bounds. Since 1 Sep 2026, it is only for
/// applications with Extended Access (field-notes.md, 7.2), as partners have. The response to others was not seen; it is the one to
/// everything else that requires approval.
/// </summary>
internal static class ExploreSegments
{
    private const int MaxSegments = 10;

    private static readonly string[] Categories = ["NC", "4", "3", "2", "1", "HC"];

    public static Response Handle(ApiRequest request)
    {
        if (!request.World.IsDocumented && !request.World.Options.IsPartner)
        {
            FakeHint.AddHint(request.Http, "Strava requires Extended Access for this operation. Start the fake server with --partner.");
            return Response.ApprovedOnly();
        }

        if (ReadBounds(request.Parameters["bounds"]) is not [var south, var west, var north, var east])
        {
            return Response.BadRequest(new FaultError("Segment", "bounds", "invalid"));
        }

        if (request.Parameters["activity_type"] is not (null or "riding" or "running"))
        {
            return Response.BadRequest(new FaultError("Segment", "activity_type", "invalid"));
        }

        var found = request.World.Options.Segments.Where(segment => !segment.IsPrivate && IsRequested(segment, request.Parameters))
            .Select(segment => (Segment: segment, Summary: EffortViews.DescribeSegment(segment, request)))
            .Where(item => item.Summary.StartLatlng is [var latitude, var longitude]
                && latitude >= south && latitude <= north && longitude >= west && longitude <= east)
            .Take(MaxSegments).Select(item => Describe(item.Segment, item.Summary, request));
        return Response.Ok(new() { ["segments"] = new JsonArray([.. found]) }, StravaJson.Default.JsonObject);
    }

    /// <summary>Degrees: south, west, north, east. Empty if the text is not valid.</summary>
    private static double[] ReadBounds(string? text)
    {
        var numbers = (text ?? "").Trim('[', ']').Split(',')
            .Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        return numbers.Any(double.IsNaN) ? [] : numbers;
    }

    private static bool IsRequested(FakeSegment segment, RequestParameters parameters)
    {
        var type = parameters["activity_type"] == "running" ? "Run" : "Ride";
        return (parameters["activity_type"] is null || segment.ActivityType == type)
            && segment.ClimbCategory >= (parameters.ReadNumber("min_cat") ?? 0)
            && segment.ClimbCategory <= (parameters.ReadNumber("max_cat") ?? long.MaxValue);
    }

    private static JsonObject Describe(FakeSegment segment, SegmentSummary summary, ApiRequest request) => new JsonObject
    {
        ["id"] = segment.Id,
        ["resource_state"] = 2,
        ["name"] = segment.Name,
        ["climb_category"] = segment.ClimbCategory,
        ["climb_category_desc"] = Categories.ElementAtOrDefault(segment.ClimbCategory) ?? Categories[0],
        ["avg_grade"] = WireJson.WithFraction(segment.AverageGrade),
        ["start_latlng"] = ListDegrees(summary.StartLatlng),
        ["end_latlng"] = ListDegrees(summary.EndLatlng),
        ["elev_difference"] = WireJson.WithFraction(Math.Round(Math.Abs(segment.ElevationHigh - segment.ElevationLow), 1)),
        ["distance"] = WireJson.WithFraction(summary.Distance),
        ["points"] = segment.Polyline,
        ["starred"] = summary.Starred,
        ["elevation_profile"] = GetSegment.PictureOf(segment, request),
        ["local_legend_enabled"] = false,
    };

    private static JsonArray ListDegrees(IReadOnlyList<double> place) => new([.. place.Select(WireJson.WithFraction)]);
}
