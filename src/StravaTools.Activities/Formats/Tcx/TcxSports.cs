using System.Collections.Frozen;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>
/// The sport words of TCX. Strava maps five; "no other types are currently supported" (strava-uploads.md, "TCX"). Garmin's schema has
/// Running, Biking, and Other.
/// </summary>
internal static class TcxSports
{
    private const string Other = "Other";

    private static readonly SportTable Table = new(
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Ride"] = ["Biking"],
            ["Run"] = ["Running"],
            ["Hike"] = ["Hiking"],
            ["Walk"] = ["Walking"],
            ["Swim"] = ["Swimming"],
        },
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Sport types without a word of their own, and the sport type whose word is the nearest.</summary>
    private static readonly FrozenDictionary<string, SportType> Nearest = new Dictionary<string, SportType>(StringComparer.Ordinal)
    {
        ["MountainBikeRide"] = SportType.Parse("Ride"),
        ["GravelRide"] = SportType.Parse("Ride"),
        ["EBikeRide"] = SportType.Parse("Ride"),
        ["EMountainBikeRide"] = SportType.Parse("Ride"),
        ["VirtualRide"] = SportType.Parse("Ride"),
        ["Velomobile"] = SportType.Parse("Ride"),
        ["Handcycle"] = SportType.Parse("Ride"),
        ["TrailRun"] = SportType.Parse("Run"),
        ["VirtualRun"] = SportType.Parse("Run"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sport type of an activity's Sport; null if Strava does not map the word.</summary>
    public static SportType? ParseSport(string? word)
    {
        if (word is null)
        {
            return null;
        }

        return Table.FindType(word.Trim());
    }

    /// <summary>True for the word of Garmin's schema that names no sport.</summary>
    public static bool IsOther(string word) => word.Trim().Equals(Other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The word to write, spelled as in the schema: the one for the sport type, or else the nearest one.</summary>
    public static string WordFor(Activity activity)
    {
        if (activity.SportType is not { } type)
        {
            return Other;
        }

        return Table.FindWord(Nearest.GetValueOrDefault(type.Name, type)) ?? Other;
    }
}
