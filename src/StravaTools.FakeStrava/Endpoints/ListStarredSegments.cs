using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/segments/starred (swagger, SummarySegment): the athletes of the fake star no segments.</summary>
internal static class ListStarredSegments
{
    public static Response Handle(ApiRequest request) =>
        Paging.ValidateParameters(request) ?? Response.Ok([], StravaJson.Default.JsonArray);
}
