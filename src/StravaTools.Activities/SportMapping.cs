using System.Collections.Frozen;

namespace StravaTools.Activities;

/// <summary>Which of Strava's sport types a file's own word for its sport means.</summary>
internal static class SportMapping
{
    /// <summary>The five sports of TCX that Strava maps; "no other types are currently supported" (strava-uploads.md, "TCX").</summary>
    private static readonly FrozenDictionary<string, string> Tcx = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["biking"] = "Ride",
        ["running"] = "Run",
        ["hiking"] = "Hike",
        ["walking"] = "Walk",
        ["swimming"] = "Swim",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>GPX leaves the type of a track to its writer. These are the words of Garmin Connect and of common apps; Strava's own names pass too.</summary>
    private static readonly FrozenDictionary<string, string> Gpx = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["cycling"] = "Ride",
        ["biking"] = "Ride",
        ["bike"] = "Ride",
        ["road_biking"] = "Ride",
        ["mountain_biking"] = "MountainBikeRide",
        ["gravel_cycling"] = "GravelRide",
        ["virtual_ride"] = "VirtualRide",
        ["running"] = "Run",
        ["trail_running"] = "TrailRun",
        ["treadmill_running"] = "Run",
        ["hiking"] = "Hike",
        ["walking"] = "Walk",
        ["swimming"] = "Swim",
        ["open_water_swimming"] = "Swim",
        ["lap_swimming"] = "Swim",
        ["cross_country_skiing"] = "NordicSki",
        ["downhill_skiing"] = "AlpineSki",
        ["skating"] = "InlineSkate",
        ["inline_skating"] = "InlineSkate",
        ["kayaking"] = "Kayaking",
        ["paddling"] = "Canoeing",
        ["rowing"] = "Rowing",
        ["sailing"] = "Sail",
        ["snowboarding"] = "Snowboard",
        ["snowshoeing"] = "Snowshoe",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static SportType? FromTcx(string? sport) =>
        sport is not null && Tcx.TryGetValue(sport.Trim(), out var name) ? SportType.Parse(name) : null;

    public static SportType? FromGpx(string? type)
    {
        if (string.IsNullOrWhiteSpace(type))
        {
            return null;
        }

        var sport = SportType.Parse(Gpx.GetValueOrDefault(type.Trim(), type.Trim()));
        return sport.IsKnown ? sport : null;
    }
}
