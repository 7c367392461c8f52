using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Strava's sport types for FIT's sport and sub_sport as <see cref="FitSports"/> names them. A sub-sport that is not listed means the same
/// as its sport alone. A sport without an obvious counterpart is missing: Strava decides.
/// </summary>
internal static class FitSportTypes
{
    private static readonly SportTable Table = new(
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Run"] = ["running", "fitness_equipment/treadmill", "fitness_equipment/indoor_running"],
            ["TrailRun"] = ["running/trail", "running/ultra"],
            ["VirtualRun"] = ["running/virtual_activity"],
            ["Ride"] = ["cycling", "fitness_equipment/spin", "fitness_equipment/indoor_cycling"],
            ["MountainBikeRide"] = ["cycling/mountain", "cycling/downhill", "cycling/enduro"],
            ["GravelRide"] = ["cycling/gravel_cycling", "cycling/mixed_surface"],
            ["Handcycle"] = ["cycling/hand_cycling", "cycling/indoor_hand_cycling"],
            ["VirtualRide"] = ["cycling/virtual_activity"],
            ["EBikeRide"] = ["e_biking", "cycling/e_bike_fitness"],
            ["EMountainBikeRide"] =
            [
                "e_biking/mountain", "cycling/e_bike_mountain", "cycling/e_bike_enduro",
                "e_biking/e_bike_mountain", "e_biking/e_bike_enduro",
            ],
            ["Workout"] = ["training", "fitness_equipment", "jump_rope", "boxing"],
            ["Rowing"] = ["rowing", "fitness_equipment/indoor_rowing"],
            ["Walk"] = ["walking", "fitness_equipment/indoor_walking"],
            ["Elliptical"] = ["fitness_equipment/elliptical"],
            ["StairStepper"] = ["fitness_equipment/stair_climbing", "floor_climbing"],
            ["WeightTraining"] = ["training/strength_training", "fitness_equipment/strength_training"],
            ["Yoga"] = ["training/yoga", "fitness_equipment/yoga"],
            ["Pilates"] = ["training/pilates", "fitness_equipment/pilates"],
            ["HighIntensityIntervalTraining"] = ["hiit", "training/hiit", "training/amrap", "training/emom", "training/tabata"],
            ["Swim"] = ["swimming"],
            ["Hike"] = ["hiking"],
            ["AlpineSki"] = ["alpine_skiing"],
            ["BackcountrySki"] = ["alpine_skiing/backcountry", "cross_country_skiing/backcountry"],
            ["NordicSki"] = ["cross_country_skiing"],
            ["Snowboard"] = ["snowboarding"],
            ["Snowshoe"] = ["snowshoeing"],
            ["IceSkate"] = ["ice_skating"],
            ["InlineSkate"] = ["inline_skating"],
            ["VirtualRow"] = ["rowing/virtual_activity"],
            ["Kayaking"] = ["kayaking"],
            ["Canoeing"] = ["canoeing", "paddling"],
            ["StandUpPaddling"] = ["stand_up_paddleboarding"],
            ["Surfing"] = ["surfing"],
            ["Windsurf"] = ["windsurfing"],
            ["Kitesurf"] = ["kitesurfing"],
            ["Sail"] = ["sailing"],
            ["RockClimbing"] = ["rock_climbing"],
            ["Golf"] = ["golf"],
            ["Basketball"] = ["basketball"],
            ["Soccer"] = ["soccer"],
            ["Cricket"] = ["cricket"],
            ["Volleyball"] = ["volleyball"],
            ["Dance"] = ["dance"],
            ["Tennis"] = ["tennis"],
            ["Pickleball"] = ["racket/pickleball", "tennis/pickleball"],
            ["Padel"] = ["racket/padel", "tennis/padel"],
            ["Squash"] = ["racket/squash"],
            ["Badminton"] = ["racket/badminton"],
            ["Racquetball"] = ["racket/racquetball"],
            ["TableTennis"] = ["racket/table_tennis"],
            ["Wheelchair"] = ["wheelchair_push_walk", "wheelchair_push_run"],
        },
        StringComparer.Ordinal);

    /// <summary>The sport type of <c>sport</c> or <c>sport/sub_sport</c>; null if Strava's documents map none.</summary>
    public static SportType? ParseSport(string? word)
    {
        if (word is null)
        {
            return null;
        }

        return Table.FindType(word) ?? Table.FindType(word.Split('/')[0]);
    }

    /// <summary>
    /// The word to write: the activity's own if it means the same in FIT, else the one for its sport type; null if FIT has none.
    /// </summary>
    public static string? WordFor(Activity activity)
    {
        if (activity.SportType is not { } type || ParseSport(activity.Sport) == type)
        {
            return activity.Sport;
        }

        return Table.FindWord(type);
    }
}
