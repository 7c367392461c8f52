
namespace StravaTools.Client.Activities;

/// <summary>The available stream types.</summary>
public static class StravaStreamTypes
{
    /// <summary>
    /// time (seconds), distance (meters), latlng (degrees), altitude (meters), velocity_smooth (meters per second), heartrate (beats per
    /// minute), cadence (revolutions per minute), watts, temp (degrees Celsius), moving (true or false), grade_smooth (percent).
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
        ["time", "distance", "latlng", "altitude", "velocity_smooth", "heartrate", "cadence", "watts", "temp", "moving", "grade_smooth"];
}
