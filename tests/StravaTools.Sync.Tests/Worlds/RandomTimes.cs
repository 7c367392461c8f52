namespace StravaTools.Sync.Tests.Worlds;

/// <summary>Strava's processing times.</summary>
internal static class RandomTimes
{
    private const double Sigma = 0.9;

    /// <summary>How long an upload is processed: lognormal, most are fast and a few are slow.</summary>
    public static TimeSpan Processing(Random random, double meanSeconds)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return TimeSpan.FromSeconds(meanSeconds * Math.Exp((Sigma * normal) - (Sigma * Sigma / 2)));
    }
}
