using System.Collections.Frozen;

namespace StravaTools.Activities.Model;

/// <summary>
/// A Strava sport type. The list (strava-uploads.md, "How to Upload an Activity", sport_type) grows, so a name that is not in it is allowed
/// and <see cref="IsKnown"/> is false. Strava compares case-sensitively: <see cref="Parse"/> corrects the case of a known name.
/// </summary>
public sealed record SportType
{
    private static readonly FrozenDictionary<string, SportType> Known = new[]
    {
        "AlpineSki", "BackcountrySki", "Badminton", "Basketball", "Canoeing", "Cricket", "Crossfit", "Dance", "EBikeRide", "Elliptical",
        "EMountainBikeRide", "Golf", "GravelRide", "Handcycle", "HighIntensityIntervalTraining", "Hike", "IceSkate", "InlineSkate",
        "Kayaking", "Kitesurf", "MountainBikeRide", "NordicSki", "Padel", "PhysicalTherapy", "Pickleball", "Pilates", "Racquetball",
        "Ride", "RockClimbing", "RollerSki", "Rowing", "Run", "Sail", "Skateboard", "Snowboard", "Snowshoe", "Soccer", "Squash",
        "StairStepper", "StandUpPaddling", "Surfing", "Swim", "TableTennis", "Tennis", "TrailRun", "Velomobile", "VirtualRide",
        "VirtualRow", "VirtualRun", "Volleyball", "Walk", "WeightTraining", "Wheelchair", "Windsurf", "Workout", "Yoga",
    }.ToFrozenDictionary(name => name, name => new SportType(name), StringComparer.OrdinalIgnoreCase);

    private SportType(string name) => Name = name;

    /// <summary>The documented sport types, by name.</summary>
    public static IReadOnlyList<SportType> All { get; } = [.. Known.Values.OrderBy(sport => sport.Name, StringComparer.Ordinal)];

    /// <summary>The name as Strava spells it.</summary>
    public string Name { get; }

    /// <summary>True if the documents list it.</summary>
    public bool IsKnown => Known.ContainsKey(Name);

    /// <summary>True if activities of the sport type can have sets (strava-uploads.md, "JSON - Strength Training (Limited)").</summary>
    public bool SupportsSets => Name is "WeightTraining" or "HighIntensityIntervalTraining" or "Workout" or "Crossfit";

    /// <summary>The sport type of a name in any case.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static SportType Parse(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Known.GetValueOrDefault(name) ?? new SportType(name);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
