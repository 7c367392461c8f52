using StravaTools.Activities.Model;

namespace StravaTools.Client.Activities;

/// <summary>
/// The documented <c>type</c> for a sport type: creating an activity requires it (strava-activities.md, "Create an activity"), while Strava
/// itself has gone over to <c>sport_type</c>, whose newer values it does not have.
/// </summary>
internal static class ActivityTypes
{
    public static string TypeOf(SportType sport) => sport.Name switch
    {
        "MountainBikeRide" or "GravelRide" => "Ride",
        "EMountainBikeRide" => "EBikeRide",
        "TrailRun" => "Run",
        "VirtualRow" => "Rowing",
        "Badminton" or "Basketball" or "Cricket" or "Dance" or "HighIntensityIntervalTraining" or "Padel" or "PhysicalTherapy"
            or "Pickleball"
            or "Pilates" or "Racquetball" or "Squash" or "TableTennis" or "Tennis" or "Volleyball" => "Workout",
        var name => name,
    };
}
