namespace StravaTools.Activities.Pages;

/// <summary>Distances between lines of an axis.</summary>
internal static class NiceSteps
{
    private static readonly int[] Factors = [1, 2, 5, 10];

    private static readonly double[] Seconds =
        [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800];

    /// <summary>The smallest of 1, 2, 5, 10, 20, and so on that is not less than a number greater than 0.</summary>
    public static double Choose(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return Factors.Select(factor => factor * power).First(step => step >= least * (1 - 1e-9));
    }

    /// <summary>A usual duration in seconds that is not less than a number of seconds.</summary>
    public static double ChooseSeconds(double least) => Seconds.FirstOrDefault(step => step >= least, Math.Max(least, Seconds[^1]));
}
