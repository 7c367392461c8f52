using System.Collections.Frozen;
using StravaTools.Activities.Model;

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

    /// <summary>
    /// FIT's sport and sub_sport as FitSports names them. A sub-sport that is not listed means what the sport alone means, so that only those
    /// with a sport type of their own are. What has no obvious counterpart is missing, and Strava decides.
    /// </summary>
    private static readonly FrozenDictionary<string, string> Fit = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["running"] = "Run",
        ["running/trail"] = "TrailRun",
        ["running/ultra"] = "TrailRun",
        ["running/virtual_activity"] = "VirtualRun",
        ["cycling"] = "Ride",
        ["cycling/mountain"] = "MountainBikeRide",
        ["cycling/downhill"] = "MountainBikeRide",
        ["cycling/enduro"] = "MountainBikeRide",
        ["cycling/gravel_cycling"] = "GravelRide",
        ["cycling/mixed_surface"] = "GravelRide",
        ["cycling/hand_cycling"] = "Handcycle",
        ["cycling/indoor_hand_cycling"] = "Handcycle",
        ["cycling/virtual_activity"] = "VirtualRide",
        ["cycling/e_bike_fitness"] = "EBikeRide",
        ["cycling/e_bike_mountain"] = "EMountainBikeRide",
        ["cycling/e_bike_enduro"] = "EMountainBikeRide",
        ["e_biking"] = "EBikeRide",
        ["e_biking/mountain"] = "EMountainBikeRide",
        ["e_biking/e_bike_mountain"] = "EMountainBikeRide",
        ["e_biking/e_bike_enduro"] = "EMountainBikeRide",
        ["fitness_equipment"] = "Workout",
        ["fitness_equipment/treadmill"] = "Run",
        ["fitness_equipment/indoor_running"] = "Run",
        ["fitness_equipment/spin"] = "Ride",
        ["fitness_equipment/indoor_cycling"] = "Ride",
        ["fitness_equipment/indoor_rowing"] = "Rowing",
        ["fitness_equipment/indoor_walking"] = "Walk",
        ["fitness_equipment/elliptical"] = "Elliptical",
        ["fitness_equipment/stair_climbing"] = "StairStepper",
        ["fitness_equipment/strength_training"] = "WeightTraining",
        ["fitness_equipment/yoga"] = "Yoga",
        ["fitness_equipment/pilates"] = "Pilates",
        ["training"] = "Workout",
        ["training/strength_training"] = "WeightTraining",
        ["training/yoga"] = "Yoga",
        ["training/pilates"] = "Pilates",
        ["training/hiit"] = "HighIntensityIntervalTraining",
        ["training/amrap"] = "HighIntensityIntervalTraining",
        ["training/emom"] = "HighIntensityIntervalTraining",
        ["training/tabata"] = "HighIntensityIntervalTraining",
        ["hiit"] = "HighIntensityIntervalTraining",
        ["jump_rope"] = "Workout",
        ["boxing"] = "Workout",
        ["swimming"] = "Swim",
        ["walking"] = "Walk",
        ["hiking"] = "Hike",
        ["alpine_skiing"] = "AlpineSki",
        ["alpine_skiing/backcountry"] = "BackcountrySki",
        ["cross_country_skiing"] = "NordicSki",
        ["cross_country_skiing/backcountry"] = "BackcountrySki",
        ["snowboarding"] = "Snowboard",
        ["snowshoeing"] = "Snowshoe",
        ["ice_skating"] = "IceSkate",
        ["inline_skating"] = "InlineSkate",
        ["rowing"] = "Rowing",
        ["rowing/virtual_activity"] = "VirtualRow",
        ["kayaking"] = "Kayaking",
        ["canoeing"] = "Canoeing",
        ["paddling"] = "Canoeing",
        ["stand_up_paddleboarding"] = "StandUpPaddling",
        ["surfing"] = "Surfing",
        ["windsurfing"] = "Windsurf",
        ["kitesurfing"] = "Kitesurf",
        ["sailing"] = "Sail",
        ["rock_climbing"] = "RockClimbing",
        ["floor_climbing"] = "StairStepper",
        ["golf"] = "Golf",
        ["basketball"] = "Basketball",
        ["soccer"] = "Soccer",
        ["cricket"] = "Cricket",
        ["volleyball"] = "Volleyball",
        ["dance"] = "Dance",
        ["tennis"] = "Tennis",
        ["racket/pickleball"] = "Pickleball",
        ["racket/padel"] = "Padel",
        ["racket/squash"] = "Squash",
        ["racket/badminton"] = "Badminton",
        ["racket/racquetball"] = "Racquetball",
        ["racket/table_tennis"] = "TableTennis",
        ["tennis/pickleball"] = "Pickleball",
        ["tennis/padel"] = "Padel",
        ["wheelchair_push_walk"] = "Wheelchair",
        ["wheelchair_push_run"] = "Wheelchair",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static SportType? FromFit(string? sport)
    {
        if (sport is null)
        {
            return null;
        }

        var name = Fit.GetValueOrDefault(sport) ?? Fit.GetValueOrDefault(sport.Split('/')[0]);
        if (name is null)
        {
            return null;
        }

        return SportType.Parse(name);
    }

    public static SportType? FromTcx(string? sport)
    {
        if (sport is not null && Tcx.TryGetValue(sport.Trim(), out var name))
        {
            return SportType.Parse(name);
        }

        return null;
    }

    public static SportType? FromGpx(string? type)
    {
        if (string.IsNullOrWhiteSpace(type))
        {
            return null;
        }

        var sport = SportType.Parse(Gpx.GetValueOrDefault(type.Trim(), type.Trim()));
        if (sport.IsKnown)
        {
            return sport;
        }

        return null;
    }
}
