using StravaTools.Activities.Analysis;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/segment_efforts/{id}/streams (swagger, StreamSet): the streams of the activity, from the start of the effort to its end.
/// </summary>
internal static class GetEffortStreams
{
    public static Response Handle(ApiRequest request)
    {
        if (!request.Athlete.IsPremium)
        {
            return Response.PaymentRequired();
        }

        if (GetEffort.FindOwn(request) is not var (activity, effort))
        {
            return Response.NotFound("SegmentEffort");
        }

        // An activity of a state file can have efforts without streams.
        if (activity.Recording?.Streams is not { } streams || effort.EndIndex >= streams.Count)
        {
            return Response.ResourceNotFound();
        }

        return StreamResponses.Respond(request, StreamSlice.Between(streams, effort.StartIndex, effort.EndIndex), StreamSet.Keys);
    }
}
