using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/segments/{id}/all_efforts (strava-v3-api.md, "Summary of Resources"): "available to all applications".</summary>
internal static class ListSegmentEfforts
{
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

        var athleteId = request.Parameters.ReadNumber("athlete_id");
        SegmentEffort[] page = [.. request.World.SegmentEfforts(segment.Id, request.AthleteId)
            .Where(effort => athleteId is null || effort.Athlete.Id == athleteId)
            .OrderBy(effort => effort.StartDateLocal).Select(effort => EffortViews.ForAthlete(effort, request)).PageOf(request)];
        return Response.Ok(page, request.Json.Detail<SegmentEffort[]>());
    }
}
