using System.Text.Json.Nodes;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/activities/{id}/zones (strava-activities.md, "List activity zones"): of one's own activities, "and the owner must be a
/// premium user". The response to others is not documented; the fake returns 402 Payment Required. Today, runs have zones of pace, and
/// the zones of heart rate do not overlap (recorded 2025-10-18).
/// </summary>
internal static class ListZones
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityAccess.FindOwn(request) is not { } activity)
        {
            return Response.NotFound("Activity");
        }

        if (!request.Athlete.IsPremium)
        {
            var error = new FaultError("Athlete", "premium", "required");
            return Response.FromFault(StatusCodes.Status402PaymentRequired, "Payment Required", error);
        }

        ActivityZone[] zones = activity.Recording is { } recording ? [.. ComputeZones(activity, recording, request)] : [];
        return Response.Ok(zones, StravaJson.Default.ActivityZoneArray);
    }

    private static IEnumerable<ActivityZone> ComputeZones(DetailedActivity activity, Activity recording, ApiRequest request)
    {
        if (!recording.Streams.HeartRate.IsEmpty)
        {
            yield return ComputeHeartRate(recording, request);
        }

        if (activity.Type == "Run" && !request.World.IsDocumented && ActivityZones.FindPaceBounds(request.Athlete) is { } bounds)
        {
            var times = ActivityZones.PaceTimes(recording, bounds);
            JsonNode[] speeds = [0, .. bounds.Select(WireJson.WithFraction)];
            yield return new ActivityZone("pace", ZoneBuckets.DescribeTimes(speeds, times, WriteWhole)) { Score = 0 };
        }

        if (!recording.Streams.Power.IsEmpty)
        {
            // The first bucket is 0 W alone, from 0 to 0.
            JsonNode[] watts = [0, .. ActivityZones.PowerBounds.Select(bound => (JsonNode)bound)];
            yield return new ActivityZone("power", ZoneBuckets.DescribeTimes(watts, ActivityZones.PowerTimes(recording), WriteWhole));
        }
    }

    private static ActivityZone ComputeHeartRate(Activity recording, ApiRequest request)
    {
        var (athlete, isDocumented) = (request.Athlete, request.World.IsDocumented);
        Func<double, JsonNode> write = isDocumented ? WriteWhole : WireJson.WithFraction;
        var times = ActivityZones.HeartRateTimes(recording, athlete);
        JsonNode[] bounds = [0, .. athlete.HeartRateZones.Select(bound => (JsonNode)bound)];
        var buckets = ZoneBuckets.DescribeTimes(bounds, times, write);
        if (!isDocumented)
        {
            ZoneBuckets.EndBeforeNext(buckets);
        }

        return new ActivityZone("heartrate", buckets)
        {
            Score = write(Math.Round(ZoneAnalysis.SufferScore(times))),
            Points = (int)Math.Round(ZoneAnalysis.PointsInTheRed(times)),
            CustomZones = athlete.HasCustomZones,
            Max = isDocumented ? athlete.MaxHeartRate : null,
        };
    }

    private static JsonNode WriteWhole(double number) => (long)number;
}
