using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>The laps of a recording, without ids, which they get together with the activity.</summary>
internal static class LapFigures
{
    public static DetailedActivity WithLaps(this DetailedActivity activity, Activity recording)
    {
        var threshold = Elevation.FindGainThreshold(recording);
        return activity with { Laps = [.. LapAnalysis.ComputeLaps(recording).Select(lap => CreateLap(activity, lap, threshold))] };
    }

    private static ActivityLap CreateLap(DetailedActivity activity, LapSummary lap, double threshold)
    {
        var points = lap.Points;
        var intervals = MovingTime.Intervals(points);
        var watts = Rounding.Round(MovingAverage.WeightedByTime(points.Power, intervals), 1);
        var gain = lap.TotalAscent ?? ElevationGain.TotalGain(points, threshold);
        return new ActivityLap
        {
            Name = FormattableString.Invariant($"Lap {lap.Number}"),
            ElapsedTime = Rounding.ToSeconds(lap.ElapsedTime),
            MovingTime = Rounding.ToSeconds(lap.MovingTime),
            StartDate = activity.StartDate.AddWholeSeconds(lap.StartOffset),
            StartDateLocal = activity.StartDateLocal.AddWholeSeconds(lap.StartOffset),
            Distance = Rounding.Round(lap.Distance, 2) ?? 0,
            StartIndex = lap.FirstPoint,
            EndIndex = lap.LastPoint,
            TotalElevationGain = Rounding.Round(gain, 1) ?? 0,
            AverageSpeed = PartFigures.AverageSpeed(lap.Distance, lap.MovingTime),
            MaxSpeed = Rounding.Round(SpeedAnalysis.MaxSpeed(points), 2) ?? 0,
            AverageCadence = Rounding.Round(MovingAverage.WeightedByTime(points.Cadence, intervals), 1),
            AverageHeartrate = Rounding.Round(MovingAverage.WeightedByTime(points.HeartRate, intervals), 1),
            MaxHeartrate = Rounding.RoundToWhole(MovingAverage.Maximum(points.HeartRate)),
            AverageWatts = watts,
            DeviceWatts = watts is null ? null : true,
            LapIndex = lap.Number,
            Split = lap.Number,
        };
    }
}
