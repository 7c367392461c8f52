using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/athletes/{id}/stats (swagger, ActivityStats): totals of one's own activities that everyone can see. The recent totals are
/// those of the last four weeks, by the fake's clock.
/// </summary>
internal static class GetAthleteStats
{
    private const int RecentDays = 28;

    private static readonly string[] Sports = ["Ride", "Run", "Swim"];

    public static Response Handle(ApiRequest request)
    {
        if (request.Id != request.AthleteId)
        {
            return Response.OfOtherAthlete();
        }

        var now = request.World.Now.UtcDateTime;
        var activities = request.World.Activities()
            .Where(activity => activity.Athlete.Id == request.AthleteId && !activity.Private).ToList();
        var rides = activities.Where(activity => activity.Type == "Ride").ToList();
        var json = new JsonObject
        {
            ["biggest_ride_distance"] = rides.Select(ride => (double?)ride.Distance).Max(),
            ["biggest_climb_elevation_gain"] = rides.Select(ride => (double?)ride.TotalElevationGain).Max(),
        };
        AddTotals(json, "recent", activities.Where(activity => activity.StartDate > now.AddDays(-RecentDays)), hasAchievements: true);
        AddTotals(json, "ytd", activities.Where(activity => activity.StartDateLocal.Year == now.Year), hasAchievements: false);
        AddTotals(json, "all", activities, hasAchievements: false);
        return Response.Ok(json, StravaJson.Default.JsonObject);
    }

    private static void AddTotals(JsonObject json, string period, IEnumerable<DetailedActivity> activities, bool hasAchievements)
    {
        foreach (var sport in Sports)
        {
            var totals = AddUpTotals([.. activities.Where(activity => activity.Type == sport)]);
            json[$"{period}_{sport.ToLowerInvariant()}_totals"] = totals;
            if (!hasAchievements)
            {
                totals.Remove("achievement_count");
            }
        }
    }

    private static JsonObject AddUpTotals(IReadOnlyCollection<DetailedActivity> activities) => new()
    {
        ["count"] = activities.Count,
        ["distance"] = AddUpFigures(activities, activity => activity.Distance),
        ["moving_time"] = activities.Sum(activity => activity.MovingTime),
        ["elapsed_time"] = activities.Sum(activity => activity.ElapsedTime),
        ["elevation_gain"] = AddUpFigures(activities, activity => activity.TotalElevationGain),
        ["achievement_count"] = activities.Sum(activity => activity.AchievementCount),
    };

    /// <summary>A sum of nothing is 0, and else it has a fraction, as recorded.</summary>
    private static JsonNode AddUpFigures(IReadOnlyCollection<DetailedActivity> activities, Func<DetailedActivity, double> figure)
    {
        if (activities.Count == 0)
        {
            return 0;
        }

        return WireJson.WithFraction(activities.Sum(figure));
    }
}
