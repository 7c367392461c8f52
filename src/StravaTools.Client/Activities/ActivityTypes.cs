using StravaTools.Activities.Model;

namespace StravaTools.Client.Activities;

/// <summary>
/// Maps sport types to the documented <c>type</c>, which is required to create an activity (strava-activities.md, "Create an activity").
/// Strava now uses <c>sport_type</c>, which has newer values that <c>type</c> lacks.
/// </summary>
internal static class ActivityTypes
{
    public static string FromSportType(SportType sport) => sport.Name switch
    {
        "MountainBikeRide" or "GravelRide" => "Ride",
        "EMountainBikeRide" => "EBikeRide",
        "TrailRun" => "Run",
        "VirtualRow" => "Rowing",
        "Badminton" or "Basketball" or "Cricket" or "Dance" or "HighIntensityIntervalTraining" or "Padel" or "PhysicalTherapy"
            or "Pickleball" or "Pilates" or "Racquetball" or "Squash" or "TableTennis" or "Tennis" or "Volleyball" => "Workout",
        var name => name,
    };
}
