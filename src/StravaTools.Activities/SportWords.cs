using System.Collections.Frozen;
using StravaTools.Activities.Model;

namespace StravaTools.Activities;

/// <summary>The way back of <see cref="SportMapping"/>: which word a format has for one of Strava's sport types. A test holds the two together.</summary>
internal static class SportWords
{
    /// <summary>Strava maps these five words; Garmin's schema has Running, Biking and Other only, and Other is what Strava cannot map.</summary>
    private static readonly FrozenDictionary<string, string> Tcx = ToTable(
        "Ride Biking", "Run Running", "Hike Hiking", "Walk Walking", "Swim Swimming", "MountainBikeRide Biking", "GravelRide Biking",
        "EBikeRide Biking", "EMountainBikeRide Biking", "VirtualRide Biking", "Velomobile Biking", "Handcycle Biking", "TrailRun Running",
        "VirtualRun Running");

    /// <summary>Where Garmin Connect has a word for it, since other programs know that; else Strava's own name, which reading knows too.</summary>
    private static readonly FrozenDictionary<string, string> Gpx = ToTable(
        "Ride cycling", "MountainBikeRide mountain_biking", "GravelRide gravel_cycling", "VirtualRide virtual_ride", "Run running",
        "TrailRun trail_running", "Hike hiking", "Walk walking", "Swim swimming", "NordicSki cross_country_skiing", "AlpineSki downhill_skiing",
        "InlineSkate inline_skating", "Kayaking kayaking", "Canoeing paddling", "Rowing rowing", "Sail sailing", "Snowboard snowboarding",
        "Snowshoe snowshoeing");

    private static readonly FrozenDictionary<string, string> Fit = ToTable(
        "AlpineSki alpine_skiing", "BackcountrySki alpine_skiing/backcountry", "Badminton racket/badminton", "Basketball basketball",
        "Canoeing canoeing", "Cricket cricket", "Dance dance", "EBikeRide e_biking", "Elliptical fitness_equipment/elliptical",
        "EMountainBikeRide e_biking/mountain", "Golf golf", "GravelRide cycling/gravel_cycling", "Handcycle cycling/hand_cycling",
        "HighIntensityIntervalTraining hiit", "Hike hiking", "IceSkate ice_skating", "InlineSkate inline_skating", "Kayaking kayaking",
        "Kitesurf kitesurfing", "MountainBikeRide cycling/mountain", "NordicSki cross_country_skiing", "Padel racket/padel",
        "Pickleball racket/pickleball", "Pilates training/pilates", "Racquetball racket/racquetball", "Ride cycling", "RockClimbing rock_climbing",
        "Rowing rowing", "Run running", "Sail sailing", "Snowboard snowboarding", "Snowshoe snowshoeing", "Soccer soccer", "Squash racket/squash",
        "StairStepper fitness_equipment/stair_climbing", "StandUpPaddling stand_up_paddleboarding", "Surfing surfing", "Swim swimming",
        "TableTennis racket/table_tennis", "Tennis tennis", "TrailRun running/trail", "VirtualRide cycling/virtual_activity",
        "VirtualRow rowing/virtual_activity", "VirtualRun running/virtual_activity", "Volleyball volleyball", "Walk walking",
        "WeightTraining training/strength_training", "Wheelchair wheelchair_push_walk", "Windsurf windsurfing", "Workout training",
        "Yoga training/yoga");

    /// <summary>The word to write: the activity's own if it means the same in the format, else the one for its sport type.</summary>
    public static string ToTcx(Activity activity)
    {
        var own = activity.Sport?.Trim();
        if (own is { Length: > 0 } && SportMapping.FromTcx(own) is { } sport && sport == activity.SportType)
        {
            return own;
        }

        if (activity.SportType is { } type && Tcx.TryGetValue(type.Name, out var word))
        {
            return word;
        }

        return "Other";
    }

    /// <inheritdoc cref="ToTcx"/>
    public static string? ToGpx(Activity activity)
    {
        if (activity.SportType is not { } type)
        {
            return activity.Sport;
        }

        if (SportMapping.FromGpx(activity.Sport) == type)
        {
            return activity.Sport;
        }

        return Gpx.GetValueOrDefault(type.Name, type.Name);
    }

    /// <summary>As <c>cycling/road</c>.</summary>
    public static string? ToFit(Activity activity)
    {
        if (activity.SportType is not { } type || SportMapping.FromFit(activity.Sport) == type)
        {
            return activity.Sport;
        }

        return Fit.GetValueOrDefault(type.Name);
    }

    private static FrozenDictionary<string, string> ToTable(params string[] rows) =>
        rows.Select(row => row.Split(' ')).ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
}
