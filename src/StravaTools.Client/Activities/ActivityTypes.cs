using StravaTools.Activities.Model;

namespace StravaTools.Client.Activities;

/// <summary>
/// Maps sport types to the documented <c>type</c>, which is required to create an activity (strava-activities.md, "Create an activity").
/// Strava now uses <c>sport_type</c>, which has newer values that <c>type</c> lacks.
/// </summary>
public static class ActivityTypes
{
    /// <summary>All activity types, in the order of <see cref="SportType.All"/>.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. SportType.All.Select(FromSportType).Distinct(StringComparer.Ordinal)];

    /// <summary>Returns the nearest activity type of a sport type.</summary>
    public static string FromSportType(SportType sport)
    {
        ArgumentNullException.ThrowIfNull(sport);
        return FindType(sport.Name);
    }

    private static string FindType(string sport) => sport switch
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
