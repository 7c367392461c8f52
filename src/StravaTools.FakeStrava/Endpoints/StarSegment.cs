using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>PUT /api/v3/segments/{id}/starred (swagger): stars a segment, or removes the star.</summary>
internal static class StarSegment
{
    private const string Starred = "starred";

    public static Response Handle(ApiRequest request)
    {
        if (request.World.Options.FindSegment(request.Id) is not { } segment)
        {
            return Response.NotFound("Segment");
        }

        if (request.Parameters[Starred] is null)
        {
            return Response.BadRequest(new FaultError("Segment", Starred, "missing"));
        }

        request.World.UpdateOptions(options => options with
        {
            Segments = [.. options.Segments.Select(other => other.Id == segment.Id ? Change(other, request) : other)],
        });
        return GetSegment.Handle(request);
    }

    private static FakeSegment Change(FakeSegment segment, ApiRequest request)
    {
        var others = segment.StarredBy.Where(id => id != request.AthleteId);
        return segment with { StarredBy = request.Parameters.ReadFlag(Starred) ? [.. others, request.AthleteId] : [.. others] };
    }
}
