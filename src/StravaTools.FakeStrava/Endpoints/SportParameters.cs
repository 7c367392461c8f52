using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// The sport of an activity or an upload: sport_type, case sensitive, takes precedence over the old type, "case insensitive".
/// </summary>
internal static class SportParameters
{
    public const string SportType = "sport_type";

    /// <param name="parameters">The parameters of the request.</param>
    /// <param name="oldName">The name of the parameter for the old type: type, or activity_type for uploads.</param>
    /// <returns>The sport type in Strava's case; null if neither parameter was sent or the deciding one is unknown.</returns>
    public static string? ReadSport(RequestParameters parameters, string oldName)
    {
        if (parameters[SportType] is not { } sport)
        {
            if (parameters[oldName] is { } type)
            {
                return ActivityTypes.FindType(type);
            }

            return null;
        }

        if (ActivityTypes.IsSportType(sport))
        {
            return sport;
        }

        return null;
    }
}
