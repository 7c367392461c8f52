namespace StravaTools.FakeStrava.Processing;

/// <summary>What laps, splits, and efforts have in common: they are parts of an activity.</summary>
internal static class PartFigures
{
    /// <summary>Meters per second; 0 for a part without moving time.</summary>
    public static double AverageSpeed(double meters, double seconds)
    {
        if (seconds > 0)
        {
            return Rounding.Round(meters / seconds, 2) ?? 0;
        }

        return 0;
    }

    /// <summary>When a part starts that many seconds after the activity.</summary>
    public static DateTime AddWholeSeconds(this DateTime start, double seconds) => start.AddSeconds(Math.Floor(seconds));
}
