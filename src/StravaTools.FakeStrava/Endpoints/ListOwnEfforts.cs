using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/segment_efforts (swagger): one's own efforts on a segment, between two local times.</summary>
internal static class ListOwnEfforts
{
    private const string SegmentId = "segment_id";
    private const string From = "start_date_local";
    private const string To = "end_date_local";

    public static Response Handle(ApiRequest request)
    {
        if (!request.Athlete.IsPremium)
        {
            return Response.PaymentRequired();
        }

        if (FindErrors(request.Parameters).ToArray() is { Length: > 0 } errors)
        {
            return Response.BadRequest(errors);
        }

        var segmentId = request.Parameters.ReadNumber(SegmentId);
        if (request.World.Options.FindSegment(segmentId) is null)
        {
            return Response.NotFound("Segment");
        }

        if (Paging.ValidateParameters(request) is { } error)
        {
            return error;
        }

        var from = request.Parameters.ReadWallClock(From) ?? DateTime.MinValue;
        var to = request.Parameters.ReadWallClock(To) ?? DateTime.MaxValue;
        SegmentEffort[] page = [.. EffortViews.FindOwn(segmentId, request)
            .Where(effort => effort.StartDateLocal >= from && effort.StartDateLocal <= to)
            .Select(effort => EffortViews.ForAthlete(effort, request)).PageOf(request)];
        return Response.Ok(page, request.Json.Detail<SegmentEffort[]>());
    }

    private static IEnumerable<FaultError> FindErrors(RequestParameters parameters)
    {
        if (parameters[SegmentId] is null)
        {
            yield return new FaultError("SegmentEffort", SegmentId, "missing");
        }

        foreach (var name in new[] { From, To })
        {
            if (parameters[name] is not null && parameters.ReadWallClock(name) is null)
            {
                yield return new FaultError("SegmentEffort", name, "invalid");
            }
        }
    }
}
