namespace StravaTools.FakeStrava.Processing;

/// <summary>What laps, splits, and efforts have in common: they are parts of an activity.</summary>
internal static class PartFigures
{
    /// <summary>Meters per second; 0 for a part without moving time.</summary>
    public static double AverageSpeed(double meters, TimeSpan time)
    {
        if (time > TimeSpan.Zero)
        {
            return Rounding.Round(meters / time.TotalSeconds, 2) ?? 0;
        }

        return 0;
    }

    /// <summary>The start of a part of the activity, rounded down to a second.</summary>
    public static DateTime AddWholeSeconds(this DateTime start, TimeSpan offset) => start.AddSeconds(Math.Floor(offset.TotalSeconds));
}
