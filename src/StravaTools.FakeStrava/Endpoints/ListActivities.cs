using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/athlete/activities (strava-activities.md, "List athlete activities"): summaries, newest first, oldest first after a time; or meta
/// representations, if the Accept header asks for them.
/// </summary>
internal static class ListActivities
{
    private const string Meta = "application/json+meta";
    private static readonly string[] Starts = ["before", "after", "page"];

    public static Response Handle(ApiRequest request)
    {
        if (request.Http.Request.Headers.Accept.ToString().Contains(Meta, StringComparison.OrdinalIgnoreCase))
        {
            // "All other parameters are ignored."
            var all = Newest(OwnActivities(request)).Where(activity => ActivityViews.IsOwn(activity, request)).Select(activity => ActivityViews.ToMetaRepresentation(activity, request.Athlete));
            return Response.FromJson(StatusCodes.Status200OK, new JsonArray([.. all]), StravaJson.Default.JsonArray);
        }

        if (ValidateParameters(request) is { } error)
        {
            return error;
        }

        // What the token may not see is taken out of its page: "the number of items returned in the response may be lower than the requested page
        // size, even when that page is not the last" (strava-v3-api.md, "Pagination").
        var page = Select(request).PageOf(request).Where(activity => ActivityViews.IsOwn(activity, request));
        return Response.FromJson(
            StatusCodes.Status200OK, new JsonArray([.. page.Select(activity => ActivityViews.Summary(activity, request))]), StravaJson.Default.JsonArray);
    }

    /// <summary>
    /// "before, after or page can not be used in combination": by the documents. Today's Strava takes them together, and clients rely on it.
    /// </summary>
    private static Response? ValidateParameters(ApiRequest request)
    {
        if (request.World.IsDocumented && Starts.Where(name => request.Parameters[name] is not null).Skip(1).FirstOrDefault() is { } second)
        {
            return Response.BadRequest(new FaultError("Application", second, "invalid"));
        }

        return Paging.ValidateParameters(request);
    }

    private static IEnumerable<DetailedActivity> Select(ApiRequest request)
    {
        var (after, before) = (request.Number("after"), request.Number("before"));
        var activities = OwnActivities(request)
            .Where(activity => (after is null || Seconds(activity) > after) && (before is null || Seconds(activity) < before));
        if (after is null)
        {
            return Newest(activities);
        }

        return activities.OrderBy(activity => activity.StartDate).ThenBy(activity => activity.Id);
    }

    private static IEnumerable<DetailedActivity> OwnActivities(ApiRequest request) =>
        request.World.Activities().Where(activity => activity.Athlete.Id == request.Athlete.Id);

    private static IEnumerable<DetailedActivity> Newest(IEnumerable<DetailedActivity> activities) =>
        activities.OrderByDescending(activity => activity.StartDate).ThenByDescending(activity => activity.Id);

    private static long Seconds(DetailedActivity activity) => new DateTimeOffset(activity.StartDate).ToUnixTimeSeconds();
}
