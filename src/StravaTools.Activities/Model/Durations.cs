namespace StravaTools.Activities.Model;

/// <summary>Durations from seconds.</summary>
internal static class Durations
{
    /// <summary>
    /// Rounded to 100 ns: <see cref="TimeSpan.FromSeconds(double)"/> truncates, so that 2163.051 s lose a tick. Seconds outside the range
    /// of the type give its ends.
    /// </summary>
    public static TimeSpan FromSeconds(double seconds)
    {
        var ticks = Math.Round(seconds * TimeSpan.TicksPerSecond);
        return ticks switch
        {
            >= long.MaxValue => TimeSpan.MaxValue,
            <= long.MinValue => TimeSpan.MinValue,
            double.NaN => TimeSpan.Zero,
            _ => TimeSpan.FromTicks((long)ticks),
        };
    }
}
