using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>Which activities a token can read.</summary>
internal static class ActivityAccess
{
    /// <summary>The activity in the route; null if it does not exist or is not accessible.</summary>
    public static DetailedActivity? FindOwn(ApiRequest request)
    {
        if (request.Id is { } id && request.World.FindActivity(id) is { } activity && IsAccessible(activity, request))
        {
            return activity;
        }

        return null;
    }

    /// <summary>Private activities require view_private (strava-activities.md, private), or activity:read_all.</summary>
    public static bool IsAccessible(DetailedActivity activity, ApiRequest request) =>
        activity.Athlete.Id == request.AthleteId && (!activity.Private || request.Grant.Scopes.SeesPrivate);
}
