using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/segments/{id}/leaderboard (strava-v3-api.md, "Summary of Resources"): "available to all applications".</summary>
internal static class GetLeaderboard
{
    /// <summary>The default page size, as it was when Strava had leaderboards.</summary>
    private const int DefaultPerPage = 10;

    public static Response Handle(ApiRequest request)
    {
        if (request.World.Options.FindSegment(request.Id) is not { } segment)
        {
            return Response.NotFound("Segment");
        }

        if (Paging.ValidateParameters(request) is { } error)
        {
            return error;
        }

        var efforts = request.World.SegmentEfforts(segment.Id, request.AthleteId);
        var best = FindBestEfforts(efforts);
        var page = best.PageOf(request, DefaultPerPage).Select(effort => DescribeEntry(effort, best, request));
        var json = new JsonObject
        {
            ["effort_count"] = efforts.Count,
            ["entry_count"] = best.Count,
            ["entries"] = new JsonArray([.. page]),
        };
        return Response.Ok(json, StravaJson.Default.JsonObject);
    }

    /// <summary>The best effort of each athlete. Of equal times the earlier one leads.</summary>
    private static List<SegmentEffort> FindBestEfforts(IEnumerable<SegmentEffort> efforts) =>
        [.. efforts.GroupBy(effort => effort.Athlete.Id)
            .Select(own => own.MinBy(effort => (effort.ElapsedTime, effort.StartDate))!)
            .OrderBy(effort => effort.ElapsedTime).ThenBy(effort => effort.StartDate)];

    private static JsonObject DescribeEntry(SegmentEffort effort, IReadOnlyList<SegmentEffort> best, ApiRequest request)
    {
        var athlete = request.World.Options.FindAthlete(effort.Athlete.Id)!;
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
