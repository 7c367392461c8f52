using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Watts and work of an activity: "rides only" (strava-activities.md, average_watts).</summary>
internal static class PowerFigures
{
    private const double JoulesPerKilojoule = 1000;

    /// <param name="activity">With its route and its moving time.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="sport">The sport type.</param>
    /// <param name="athlete">The athlete, for the weight.</param>
    public static DetailedActivity WithPower(this DetailedActivity activity, Activity recording, string sport, FakeAthlete athlete)
    {
        var cleared = activity.WithoutPower();
        if (!ActivityTypes.IsRide(sport))
        {
            return cleared;
        }

        if (!recording.Streams.Power.IsEmpty)
        {
            return cleared.WithMeasuredPower(recording.Streams);
        }

        if (recording.Figures.TotalWork is > 0 and var joules)
        {
            return cleared.WithMeasuredWork(joules);
        }

        return cleared.WithEstimatedPower(recording.Streams, sport, athlete);
    }

    private static DetailedActivity WithoutPower(this DetailedActivity activity) => activity with
    {
        AverageWatts = null,
        MaxWatts = null,
        WeightedAverageWatts = null,
        DeviceWatts = null,
        Kilojoules = null,
    };

    private static DetailedActivity WithMeasuredPower(this DetailedActivity activity, ActivityStreams streams)
    {
        var average = MovingAverage.WeightedByTime(streams.Power, MovingTime.Intervals(streams));
        if (average is null)
        {
            return activity with { DeviceWatts = false };
        }

        return activity.WithAverageWatts(average) with
        {
            MaxWatts = Rounding.RoundToWhole(MovingAverage.Maximum(streams.Power)),
            WeightedAverageWatts = Rounding.RoundToWhole(WeightedPower.ComputeWeightedPower(streams) ?? average),
            DeviceWatts = true,
        };
    }

    /// <summary>The total of a power meter whose watts are not in the points.</summary>
    private static DetailedActivity WithMeasuredWork(this DetailedActivity activity, double joules) => activity with
    {
        AverageWatts = activity.MovingTime > 0 ? Rounding.Round(joules / activity.MovingTime, 1) : null,
        DeviceWatts = true,
        Kilojoules = Rounding.Round(joules / JoulesPerKilojoule, 1),
    };

    private static DetailedActivity WithEstimatedPower(
        this DetailedActivity activity, ActivityStreams streams, string sport, FakeAthlete athlete)
    {
        // Indoors power cannot be estimated: rollers and trainers have no hills and no wind. Nor with a motor.
        var isIndoors = activity.StartLatlng.IsEmpty;
        var hasMotor = sport.StartsWith('E');
        if (isIndoors || hasMotor)
        {
            return activity with { DeviceWatts = false };
        }

        var estimate = PowerEstimate.EstimatePower(streams, athlete.Weight);
        var average = MovingAverage.WeightedByTime(estimate, MovingTime.Intervals(streams));
        return activity.WithAverageWatts(average) with { DeviceWatts = false };
    }

    private static DetailedActivity WithAverageWatts(this DetailedActivity activity, double? average) => activity with
    {
        AverageWatts = Rounding.Round(average, 1),
        Kilojoules = Rounding.Round(average * activity.MovingTime / JoulesPerKilojoule, 1),
    };
}
