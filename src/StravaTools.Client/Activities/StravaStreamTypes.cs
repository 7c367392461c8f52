
namespace StravaTools.Client.Activities;

/// <summary>The types of streams there are.</summary>
public static class StravaStreamTypes
{
    /// <summary>
    /// time (seconds), distance (metres), latlng (degrees), altitude (metres), velocity_smooth (metres per second), heartrate (beats per
    /// minute), cadence (revolutions per minute), watts, temp (degrees Celsius), moving (true or false), grade_smooth (percent).
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
        ["time", "distance", "latlng", "altitude", "velocity_smooth", "heartrate", "cadence", "watts", "temp", "moving", "grade_smooth"];
}
