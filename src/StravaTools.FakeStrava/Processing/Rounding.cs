namespace StravaTools.FakeStrava.Processing;

/// <summary>Rounds figures to what Strava's JSON has.</summary>
internal static class Rounding
{
    /// <summary>Null for values that JSON cannot represent: a file can contain infinity.</summary>
    public static double? Round(double? value, int digits)
    {
        if (value is { } known && double.IsFinite(known))
        {
            return Math.Round(known, digits);
        }

        return null;
    }

    public static int? RoundToWhole(double? value) => (int?)Round(value, 0);

    /// <summary>Seconds from 0 to <see cref="int.MaxValue"/>.</summary>
    public static int ToSeconds(TimeSpan time) => (int)Math.Clamp(Math.Round(time.TotalSeconds), 0, int.MaxValue);
}
