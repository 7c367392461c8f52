using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Calories of an activity.</summary>
internal static class EnergyFigures
{
    /// <summary>
    /// "Uses kilojoules for rides and speed/pace for runs" (strava-activities.md, calories), unless the file states them.
    /// </summary>
    /// <param name="activity">With its distance, moving time, and kilojoules.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="sport">The sport type.</param>
    /// <param name="athlete">The athlete, for the weight.</param>
    public static DetailedActivity WithEnergy(this DetailedActivity activity, Activity recording, string sport, FakeAthlete athlete)
    {
        var calories = recording.Calories ?? EstimateCalories(activity, sport, athlete.Weight);
        return activity with { Calories = Rounding.Round(calories, 1) ?? 0 };
    }

    private static double? EstimateCalories(DetailedActivity activity, string sport, double weight)
    {
        var moving = TimeSpan.FromSeconds(activity.MovingTime);
        if (ActivityTypes.IsRun(sport))
        {
            return EnergyEstimate.EstimateRun(activity.Distance, moving, weight);
        }

        if (ActivityTypes.IsOnFoot(sport))
        {
            return EnergyEstimate.EstimateWalk(activity.Distance, moving, weight);
        }

        return activity.Kilojoules;
    }
}
