using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/segment_efforts/{id} (swagger, DetailedSegmentEffort): one's own effort, with its activity.</summary>
internal static class GetEffort
{
    public static Response Handle(ApiRequest request)
    {
        if (!request.Athlete.IsPremium)
        {
            return Response.PaymentRequired();
        }

        if (FindOwn(request) is not var (activity, effort))
        {
            return Response.NotFound("SegmentEffort");
        }

        var json = request.Json.ToNode(EffortViews.ForAthlete(effort, request)).AsObject();
        json["activity"] = request.Json.ToSummaryNode(ActivityViews.ToSummary(activity, request));
        json["athlete"] = AthleteJson.Summary(request.Athlete);
        json["athlete_segment_stats"] = EffortViews.DescribeStats(EffortViews.FindOwn(effort.Segment!.Id, request));
        return Response.Ok(json, StravaJson.Default.JsonObject);
    }

    /// <summary>The effort in the route and its activity; null if it does not exist or is not accessible.</summary>
    public static (DetailedActivity Activity, SegmentEffort Effort)? FindOwn(ApiRequest request)
    {
        foreach (var activity in request.World.Activities().Where(activity => ActivityAccess.IsAccessible(activity, request)))
        {
            if (activity.SegmentEfforts.FirstOrDefault(effort => effort.Id == request.Id) is { } effort)
            {
                return (activity, effort);
            }
        }

        return null;
    }
}
