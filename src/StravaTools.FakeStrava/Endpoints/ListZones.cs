using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/activities/{id}/zones (strava-activities.md, "List activity zones"): of the owner's, "and the owner must be a premium user". What
/// others get is not documented; 402 Payment Required says it best.
/// </summary>
internal static class ListZones
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityViews.FindOwn(request) is not { } activity)
        {
            return Response.NotFound("Activity");
        }

        if (!request.Athlete.IsPremium)
        {
            return Response.FromFault(StatusCodes.Status402PaymentRequired, "Payment Required", new FaultError("Athlete", "premium", "required"));
        }

        ActivityZone[] zones = activity.Recording is { } file ? [.. ComputeZones(file, request.Athlete)] : [];
        return Response.FromJson(StatusCodes.Status200OK, zones, StravaJson.Default.ActivityZoneArray);
    }

    private static IEnumerable<ActivityZone> ComputeZones(Activity file, FakeAthlete athlete)
    {
        if (!file.Streams.HeartRate.IsEmpty)
        {
            var seconds = ActivityZones.HeartRateSeconds(file, athlete);
            yield return new ActivityZone("heartrate", Buckets([0, .. athlete.HeartRateZones], seconds), true)
            {
                Score = (int)Math.Round(ZoneAnalysis.SufferScore(seconds)),
                Points = (int)Math.Round(ZoneAnalysis.PointsInTheRed(seconds)),
                CustomZones = athlete.HasCustomZones,
                Max = athlete.MaxHeartRate,
            };
        }

        if (!file.Streams.Power.IsEmpty)
        {
            // The first bucket is 0 W alone, from 0 to 0.
            yield return new ActivityZone("power", Buckets([0, .. ActivityZones.PowerBounds], ActivityZones.PowerSeconds(file)), true);
        }
    }

    private static ZoneBucket[] Buckets(IReadOnlyList<int> bounds, IReadOnlyList<double> seconds) =>
        [.. seconds.Select((time, i) => new ZoneBucket(bounds[i], i + 1 < bounds.Count ? bounds[i + 1] : -1, (int)Math.Round(time)))];
}
