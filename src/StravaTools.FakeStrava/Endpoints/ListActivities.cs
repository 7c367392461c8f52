using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/athlete/activities (strava-activities.md, "List athlete activities"): summaries, newest first, or oldest first with the
/// parameter after; or meta representations, if the Accept header asks for them.
/// </summary>
internal static class ListActivities
{
    private const string MetaType = "application/json+meta";
    private static readonly string[] Starts = ["before", "after", "page"];

    public static Response Handle(ApiRequest request)
    {
        if (request.Http.Request.Headers.Accept.ToString().Contains(MetaType, StringComparison.OrdinalIgnoreCase))
        {
            return ListMeta(request);
        }

        if (ValidateParameters(request) is { } error)
        {
            return error;
        }

        // Activities that the token cannot read are removed from the page: "the number of items returned in the response may be lower
        // than the requested page size, even when that page is not the last" (strava-v3-api.md, "Pagination").
        DetailedActivity[] page = [.. SelectActivities(request).PageOf(request)
            .Where(activity => ActivityAccess.IsAccessible(activity, request))
            .Select(activity => ActivityViews.ToSummary(activity, request))];
        return Response.Ok(page, request.Json.Summaries);
    }

    /// <summary>"All other parameters are ignored."</summary>
    private static Response ListMeta(ApiRequest request)
    {
        var all = NewestFirst(OwnActivities(request))
            .Where(activity => ActivityAccess.IsAccessible(activity, request))
            .Select(activity => ActivityViews.ToMeta(activity, request.Athlete));
        return Response.Ok(new JsonArray([.. all]), StravaJson.Default.JsonArray);
    }

    /// <summary>
    /// "before, after or page can not be used in combination": by the documents. Today's Strava combines them, and clients rely on it.
    /// </summary>
    private static Response? ValidateParameters(ApiRequest request)
    {
        var second = Starts.Where(name => request.Parameters[name] is not null).Skip(1).FirstOrDefault();
        if (second is not null && request.World.IsDocumented)
        {
            return Response.BadRequest(new FaultError("Application", second, "invalid"));
        }

        return Paging.ValidateParameters(request);
    }

    private static IEnumerable<DetailedActivity> SelectActivities(ApiRequest request)
    {
        var (after, before) = (request.Parameters.ReadNumber("after"), request.Parameters.ReadNumber("before"));
        var activities = OwnActivities(request)
            .Where(activity => (after is null || UnixTime(activity) > after) && (before is null || UnixTime(activity) < before));
        if (after is null)
        {
            return NewestFirst(activities);
        }

        return activities.OrderBy(activity => activity.StartDate).ThenBy(activity => activity.Id);
    }

    private static IEnumerable<DetailedActivity> OwnActivities(ApiRequest request) =>
        request.World.Activities().Where(activity => activity.Athlete.Id == request.AthleteId);

    private static IEnumerable<DetailedActivity> NewestFirst(IEnumerable<DetailedActivity> activities) =>
        activities.OrderByDescending(activity => activity.StartDate).ThenByDescending(activity => activity.Id);

    private static long UnixTime(DetailedActivity activity) => new DateTimeOffset(activity.StartDate).ToUnixTimeSeconds();
}
