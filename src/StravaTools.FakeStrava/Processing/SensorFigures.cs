using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Heart rate, cadence, and temperature of an activity.</summary>
internal static class SensorFigures
{
    /// <param name="activity">With its moving time.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="athlete">The athlete, for the zones of the suffer score.</param>
    public static DetailedActivity WithSensors(this DetailedActivity activity, Activity recording, FakeAthlete athlete)
    {
        var streams = recording.Streams;
        var intervals = MovingTime.Intervals(streams);
        var cadence = MovingAverage.WeightedByTime(streams.Cadence, intervals)
            ?? recording.Figures.AverageCadence ?? ComputeCyclesPerMinute(recording, activity.MovingTime);
        var temperature = MovingAverage.WeightedByTime(streams.Temperature, intervals) ?? recording.Figures.AverageTemperature;
        return activity.WithHeartRate(recording, intervals) with
        {
            AverageCadence = Rounding.Round(cadence, 1),
            AverageTemp = Rounding.Round(temperature, 1),
            SufferScore = ComputeSufferScore(recording, athlete),
        };
    }

    /// <summary>A strap with its own time line is used if the points have no heart rate.</summary>
    private static DetailedActivity WithHeartRate(this DetailedActivity activity, Activity recording, double[] intervals)
    {
        var points = recording.Streams.HeartRate;
        var strap = recording.HeartRateSamples.Select(sample => (float)sample.HeartRate).ToImmutableArray();
        var average = MovingAverage.WeightedByTime(points, intervals)
            ?? MovingAverage.WeightedByTime(strap, new double[strap.Length]) ?? recording.Figures.AverageHeartRate;
        return activity with
        {
            HasHeartrate = average is not null,
            AverageHeartrate = Rounding.Round(average, 1),
            MaxHeartrate = Rounding.RoundToWhole(MovingAverage.Maximum(points) ?? MovingAverage.Maximum(strap)),
        };
    }

    private static int? ComputeSufferScore(Activity recording, FakeAthlete athlete)
    {
        if (!athlete.IsPremium || recording.Streams.HeartRate.IsEmpty)
        {
            return null;
        }

        return (int)Math.Round(ZoneAnalysis.SufferScore(ActivityZones.HeartRateTimes(recording, athlete)));
    }

    private static double? ComputeCyclesPerMinute(Activity recording, int movingSeconds)
    {
        if (movingSeconds > 0)
        {
            return recording.Figures.TotalCycles * 60 / movingSeconds;
        }

        return null;
    }
}
