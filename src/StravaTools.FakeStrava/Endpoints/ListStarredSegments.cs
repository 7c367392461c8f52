using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/segments/starred (swagger, SummarySegment): the segments that the athlete starred, with the best effort.</summary>
internal static class ListStarredSegments
{
    public static Response Handle(ApiRequest request)
    {
        if (Paging.ValidateParameters(request) is { } error)
        {
            return error;
        }

        var segments = request.World.Options.Segments
            .Where(segment => !segment.IsPrivate && segment.StarredBy.Contains(request.AthleteId)).PageOf(request);
        return Response.Ok(new JsonArray([.. segments.Select(segment => Describe(segment, request))]), StravaJson.Default.JsonArray);
    }

    private static JsonObject Describe(FakeSegment segment, ApiRequest request)
    {
        var json = request.Json.ToNode(EffortViews.DescribeSegment(segment, request)).AsObject();
        // The fake does not keep when it was starred.
        json["starred_date"] = "2013-01-01T00:00:00Z";
        if (EffortViews.FindOwn(segment.Id, request).MinBy(effort => effort.ElapsedTime) is { } best)
        {
            json["pr_time"] = best.ElapsedTime;
            json["athlete_pr_effort"] = new JsonObject
            {
                ["id"] = best.Id,
                ["activity_id"] = best.Activity.Id,
                ["elapsed_time"] = best.ElapsedTime,
                ["distance"] = WireJson.WithFraction(best.Distance),
                ["start_date"] = best.StartDate,
                ["start_date_local"] = best.StartDateLocal,
                ["is_kom"] = best.KomRank == 1,
            };
        }

        return json;
    }
}
