using System.Collections.Frozen;
using StravaTools.Activities.Model;

namespace StravaTools.FakeStrava.Processing;

/// <summary>The old activity types and the sport types that came after them.</summary>
internal static class ActivityTypes
{
    /// <summary>The documented values of activity_type (strava-uploads.md), case insensitive.</summary>
    private static readonly FrozenSet<string> Types = new[]
    {
        "AlpineSki", "BackcountrySki", "Canoeing", "Crossfit", "EBikeRide", "Elliptical", "Golf", "GravelRide", "Handcycle", "Hike",
        "IceSkate", "InlineSkate", "Kayaking", "Kitesurf", "NordicSki", "Ride", "RockClimbing", "RollerSki", "Rowing", "Run", "Sail",
        "Skateboard", "Snowboard", "Snowshoe", "Soccer", "StairStepper", "StandUpPaddling", "Surfing", "Swim", "Velomobile",
        "VirtualRide", "VirtualRun", "Walk", "WeightTraining", "Wheelchair", "Windsurf", "Workout", "Yoga",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Folded = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["EMountainBikeRide"] = "EBikeRide",
        ["GravelRide"] = "Ride",
        ["MountainBikeRide"] = "Ride",
        ["TrailRun"] = "Run",
        ["VirtualRow"] = "Rowing",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"Case sensitive" (strava-uploads.md, sport_type).</summary>
    public static bool IsSportType(string name) => SportType.Parse(name) is { IsKnown: true } sport && sport.Name == name;

    /// <summary>The activity type in Strava's case; null for an unknown type.</summary>
    public static string? FindType(string name)
    {
        if (Types.TryGetValue(name, out var type))
        {
            return type;
        }

        return null;
    }

    /// <summary>The value of <c>type</c> for a sport type: clients that are older than the sport types do not recognize others.</summary>
    public static string TypeOf(string sportType) => Folded.GetValueOrDefault(sportType) ?? FindType(sportType) ?? "Workout";

    /// <summary>True for the sports for which Strava shows watts: "rides only" (strava-activities.md, average_watts).</summary>
    public static bool IsRide(string sportType) =>
        sportType.EndsWith("Ride", StringComparison.Ordinal) || sportType is "Handcycle" or "Velomobile";

    /// <summary>True for "running activities only" (strava-activities.md, splits_metric).</summary>
    public static bool IsRun(string sportType) => sportType.EndsWith("Run", StringComparison.Ordinal);

    /// <summary>The workout_type of "default" (strava-activities.md, workout_type); null for sports without one.</summary>
    public static int? FindDefaultWorkoutType(string sportType)
    {
        if (IsRide(sportType))
        {
            return 10;
        }

        if (IsRun(sportType))
        {
            return 0;
        }

        return null;
    }

    /// <summary>True for the sports that use shoes.</summary>
    public static bool IsOnFoot(string sportType) => IsRun(sportType) || sportType is "Walk" or "Hike";
}
