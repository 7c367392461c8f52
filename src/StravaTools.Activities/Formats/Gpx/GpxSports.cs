using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>
/// The sport words of GPX. The format does not define the type of a track: these are the words of Garmin Connect and of common apps.
/// Strava's own names are read too, and are written if Garmin Connect has no word.
/// </summary>
internal static class GpxSports
{
    private static readonly SportTable Table = new(
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Ride"] = ["cycling", "biking", "bike", "road_biking"],
            ["MountainBikeRide"] = ["mountain_biking"],
            ["GravelRide"] = ["gravel_cycling"],
            ["VirtualRide"] = ["virtual_ride"],
            ["Run"] = ["running", "treadmill_running"],
            ["TrailRun"] = ["trail_running"],
            ["Hike"] = ["hiking"],
            ["Walk"] = ["walking"],
            ["Swim"] = ["swimming", "open_water_swimming", "lap_swimming"],
            ["NordicSki"] = ["cross_country_skiing"],
            ["AlpineSki"] = ["downhill_skiing"],
            ["InlineSkate"] = ["inline_skating", "skating"],
            ["Kayaking"] = ["kayaking"],
            ["Canoeing"] = ["paddling"],
            ["Rowing"] = ["rowing"],
            ["Sail"] = ["sailing"],
            ["Snowboard"] = ["snowboarding"],
            ["Snowshoe"] = ["snowshoeing"],
        },
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The sport type of a track's type; null if the word is unknown.</summary>
    public static SportType? ParseSport(string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
        {
            return null;
        }

        if (Table.FindType(word.Trim()) is { } listed)
        {
            return listed;
        }

        var sport = SportType.Parse(word.Trim());
        if (sport.IsKnown)
        {
            return sport;
        }

        return null;
    }

    /// <summary>The word to write: the activity's own if it means the same in GPX, else the one for its sport type.</summary>
    public static string? WordFor(Activity activity)
    {
        if (activity.SportType is not { } type || ParseSport(activity.Sport) == type)
        {
            return activity.Sport;
        }

        return Table.FindWord(type) ?? type.Name;
    }
}
