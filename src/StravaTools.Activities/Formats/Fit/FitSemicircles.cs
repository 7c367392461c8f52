namespace StravaTools.Activities.Formats.Fit;

/// <summary>FIT's unit of positions: the half circle has 2^31 of them.</summary>
internal static class FitSemicircles
{
    private const double SemicirclesPerDegree = 0x80000000 / 180.0;
    private const double DegreesPerSemicircle = 180.0 / 0x80000000;

    public static double ToDegrees(double semicircles) => semicircles * DegreesPerSemicircle;

    public static double FromLatitude(double latitude) => latitude * SemicirclesPerDegree;

    /// <summary>180 degrees east is one more than the field can store, and the same meridian as 180 degrees west.</summary>
    public static double FromLongitude(double longitude)
    {
        var semicircles = Math.Round(longitude * SemicirclesPerDegree);
        if (semicircles >= int.MaxValue)
        {
            return int.MinValue;
        }

        return semicircles;
    }
}
