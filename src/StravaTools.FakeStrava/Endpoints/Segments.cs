using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/segments/{id}, /leaderboard and /all_efforts (strava-v3-api.md, "Summary of Resources"): "available to all applications".
/// </summary>
internal static class Segments
{
    /// <summary>Entries of a leaderboard page unless told otherwise, as it was when Strava had them.</summary>
    private const int LeaderboardPage = 10;

    public static Response GetSegment(ApiRequest request)
    {
        if (FindSegment(request) is not { } segment)
        {
            return Response.NotFound("Segment");
        }

        var efforts = EffortsOn(segment, request);
        var json = JsonSerializer.SerializeToNode(SegmentShapes.Summary(segment) with { ResourceState = 3 }, StravaJson.Default.SegmentSummary)!.AsObject();
        json["created_at"] = "2013-01-01T00:00:00Z";
        json["updated_at"] = "2013-01-01T00:00:00Z";
        json["total_elevation_gain"] = Math.Max(0, segment.ElevationHigh - segment.ElevationLow);
        json["map"] = new JsonObject
        {
            ["id"] = FormattableString.Invariant($"s{segment.Id}"),
            ["polyline"] = segment.Polyline,
            ["summary_polyline"] = segment.Polyline,
            ["resource_state"] = 3,
        };
        json["effort_count"] = efforts.Count;
        json["athlete_count"] = efforts.Select(effort => effort.Athlete.Id).Distinct().Count();
        json["star_count"] = 0;
        var own = efforts.Where(effort => effort.Athlete.Id == request.Athlete.Id).ToList();
        var best = own.MinBy(effort => effort.ElapsedTime);
        json["athlete_segment_stats"] = new JsonObject
        {
            ["pr_elapsed_time"] = best?.ElapsedTime,
            ["pr_date"] = best is null ? null : FormattableString.Invariant($"{best.StartDateLocal:yyyy-MM-dd}"),
            ["effort_count"] = own.Count,
        };
        return Response.FromJson(StatusCodes.Status200OK, json, StravaJson.Default.JsonObject);
    }

    public static Response Leaderboard(ApiRequest request)
    {
        if (FindSegment(request) is not { } segment)
        {
            return Response.NotFound("Segment");
        }

        if (Paging.ValidateParameters(request) is { } error)
        {
            return error;
        }

        // Each athlete once, with the best time; of equal times the earlier one leads.
        var best = EffortsOn(segment, request).GroupBy(effort => effort.Athlete.Id)
            .Select(own => own.MinBy(effort => (effort.ElapsedTime, effort.StartDate))!)
            .OrderBy(effort => effort.ElapsedTime).ThenBy(effort => effort.StartDate).ToList();
        var entries = best.PageOf(request, LeaderboardPage).Select(effort => ToLeaderboardEntry(effort, best, request));
        var json = new JsonObject
        {
            ["effort_count"] = EffortsOn(segment, request).Count,
            ["entry_count"] = best.Count,
            ["entries"] = new JsonArray([.. entries]),
        };
        return Response.FromJson(StatusCodes.Status200OK, json, StravaJson.Default.JsonObject);
    }

    public static Response AllEfforts(ApiRequest request)
    {
        if (FindSegment(request) is not { } segment)
        {
            return Response.NotFound("Segment");
        }

        SegmentEffort[] Page() =>
            [.. EffortsOn(segment, request).Where(effort => request.Number("athlete_id") is not { } id || effort.Athlete.Id == id)
                .OrderBy(effort => effort.StartDateLocal).PageOf(request)];
        return Paging.ValidateParameters(request) ?? Response.FromJson(StatusCodes.Status200OK, Page(), StravaJson.Default.SegmentEffortArray);
    }

    private static FakeSegment? FindSegment(ApiRequest request) =>
        request.World.Options.Segments.FirstOrDefault(segment => segment.Id == request.Id && !segment.IsPrivate);

    private static List<SegmentEffort> EffortsOn(FakeSegment segment, ApiRequest request) =>
        [.. request.World.SegmentEfforts(request.Athlete.Id).Where(effort => effort.Segment!.Id == segment.Id)];

    private static JsonObject ToLeaderboardEntry(SegmentEffort effort, IReadOnlyList<SegmentEffort> best, ApiRequest request)
    {
        var athlete = request.World.Options.Athletes.First(athlete => athlete.Id == effort.Athlete.Id);
        return new JsonObject
        {
            ["athlete_name"] = $"{athlete.FirstName} {athlete.LastName}",
            ["athlete_id"] = athlete.Id,
            ["athlete_gender"] = athlete.Sex,
            ["average_hr"] = effort.AverageHeartrate,
            ["average_watts"] = null,
            ["distance"] = effort.Distance,
            ["elapsed_time"] = effort.ElapsedTime,
            ["moving_time"] = effort.MovingTime,
            ["start_date"] = effort.StartDate,
            ["start_date_local"] = effort.StartDateLocal,
            ["activity_id"] = effort.Activity.Id,
            ["effort_id"] = effort.Id,
            ["rank"] = 1 + best.Count(other => other.ElapsedTime < effort.ElapsedTime),
            ["athlete_profile"] = "avatar/athlete/large.png",
        };
    }
}
