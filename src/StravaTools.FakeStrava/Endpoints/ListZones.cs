using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/activities/{id}/zones (strava-activities.md, "List activity zones"): of one's own activities, "and the owner must be a
/// premium user". The response to others is not documented; the fake returns 402 Payment Required.
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

        ActivityZone[] zones = activity.Recording is { } recording ? [.. ComputeZones(recording, request.Athlete)] : [];
        return Response.Ok(zones, StravaJson.Default.ActivityZoneArray);
    }

    private static IEnumerable<ActivityZone> ComputeZones(Activity recording, FakeAthlete athlete)
    {
        if (!recording.Streams.HeartRate.IsEmpty)
        {
            var times = ActivityZones.HeartRateTimes(recording, athlete);
            yield return new ActivityZone("heartrate", CreateBuckets([0, .. athlete.HeartRateZones], times), true)
            {
                Score = (int)Math.Round(ZoneAnalysis.SufferScore(times)),
                Points = (int)Math.Round(ZoneAnalysis.PointsInTheRed(times)),
                CustomZones = athlete.HasCustomZones,
                Max = athlete.MaxHeartRate,
            };
        }

        if (!recording.Streams.Power.IsEmpty)
        {
            // The first bucket is 0 W alone, from 0 to 0.
            var times = ActivityZones.PowerTimes(recording);
            yield return new ActivityZone("power", CreateBuckets([0, .. ActivityZones.PowerBounds], times), true);
        }
    }

    private static ZoneBucket[] CreateBuckets(IReadOnlyList<int> bounds, IReadOnlyList<TimeSpan> times)
    {
        int[] ends = [.. bounds.Skip(1), ZoneBucket.NoEnd];
        return [.. times.Select((time, i) => new ZoneBucket(bounds[i], ends[i], Rounding.ToSeconds(time)))];
    }
}
