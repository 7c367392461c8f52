namespace StravaTools.Activities.Analysis;

/// <summary>
/// The energy of running and walking, "speed/pace for runs" (strava-activities.md, calories), by the metabolic equations of the American
/// College of Sports Medicine for flat ground. Oxygen in ml per minute and kilogram is 3.5 plus, for each meter per minute, 0.2 for running
/// and 0.1 for walking. A liter of oxygen is 5 kcal.
/// </summary>
public static class EnergyEstimate
{
    private const double Rest = 3.5;
    private const double KilocaloriesPerMilliliter = 0.005;

    /// <summary>Kilocalories of a run.</summary>
    /// <param name="meters">The distance in meters.</param>
    /// <param name="movingTime">The time without rests.</param>
    /// <param name="mass">The mass of the runner in kilograms.</param>
    public static double EstimateRun(double meters, TimeSpan movingTime, double mass) => Energy(0.2, meters, movingTime, mass);

    /// <summary>Kilocalories of a walk.</summary>
    /// <param name="meters">The distance in meters.</param>
    /// <param name="movingTime">The time without rests.</param>
    /// <param name="mass">The mass of the walker in kilograms.</param>
    public static double EstimateWalk(double meters, TimeSpan movingTime, double mass) => Energy(0.1, meters, movingTime, mass);

    private static double Energy(double millilitersPerMeter, double meters, TimeSpan movingTime, double mass) =>
        ((Rest * movingTime.TotalMinutes) + (millilitersPerMeter * meters)) * mass * KilocaloriesPerMilliliter;
}
