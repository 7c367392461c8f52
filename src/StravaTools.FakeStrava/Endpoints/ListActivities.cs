using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/athlete/activities (strava-activities.md, "List athlete activities"): summaries, newest first, oldest first after a time.
/// </summary>
internal static class ListActivities
{
    /// <summary>strava-v3-api.md, "Pagination".</summary>
    private const int DefaultPerPage = 30;

    private const int MaxPerPage = 200;

    /// <summary>"the same as the detailed representation, except it does NOT include these attributes" (strava-activities.md).</summary>
    private static readonly string[] DetailsOnly =
    [
        "calories", "description", "gear", "segment_efforts", "splits_metric", "splits_standard", "laps", "best_efforts", "device_name", "embed_token",
        "photos",
    ];

    public static Answer Handle(ApiRequest request)
    {
        var (page, perPage) = (Number(request, "page") ?? 1, Number(request, "per_page") ?? DefaultPerPage);
        if (page < 1 || perPage < 1)
        {
            return Answer.BadRequest(new FaultError("Application", page < 1 ? "page" : "per_page", "invalid"));
        }

        perPage = Math.Min(perPage, MaxPerPage);
        var summaries = Select(request).Skip((int)Math.Min(int.MaxValue, (page - 1) * perPage)).Take((int)perPage).Select(Summary);
        return Answer.Json(StatusCodes.Status200OK, new JsonArray([.. summaries]), StravaJson.Default.JsonArray);
    }

    private static IEnumerable<DetailedActivity> Select(ApiRequest request)
    {
        var (after, before) = (Number(request, "after"), Number(request, "before"));
        var activities = request.World.Activities()
            .Where(activity => activity.Athlete.Id == request.Athlete.Id)
            .Where(activity => (after is null || Seconds(activity) > after) && (before is null || Seconds(activity) < before));
        return after is null
            ? activities.OrderByDescending(activity => activity.StartDate).ThenByDescending(activity => activity.Id)
            : activities.OrderBy(activity => activity.StartDate).ThenBy(activity => activity.Id);
    }

    private static JsonNode Summary(DetailedActivity activity)
    {
        var json = JsonSerializer.SerializeToNode(activity with { ResourceState = 2 }, StravaJson.Default.DetailedActivity)!.AsObject();
        foreach (var name in DetailsOnly)
        {
            json.Remove(name);
        }

        // "The map attribute also only includes a summary representation of the route."
        var map = json["map"]!.AsObject();
        map.Remove("polyline");
        map["resource_state"] = 2;
        return json;
    }

    private static long Seconds(DetailedActivity activity) => new DateTimeOffset(activity.StartDate).ToUnixTimeSeconds();

    private static long? Number(ApiRequest request, string name) =>
        int.TryParse(request.Parameters[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
