using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>Measures laps and splits alike.</summary>
internal static class StretchAnalysis
{
    /// <summary>The laps; empty if the file has fewer than two.</summary>
    public static ImmutableArray<ActivityStretch> MeasureLaps(Activity activity)
    {
        if (activity.Laps.Length < 2)
        {
            return [];
        }

        return [.. LapAnalysis.ComputeLaps(activity).Select(MeasureLap)];
    }

    /// <summary>Splits of a kilometer.</summary>
    public static ImmutableArray<ActivityStretch> MeasureSplits(Activity activity)
    {
        var seconds = Timeline.FromStreams(activity.Streams).Seconds;
        return
        [
            .. SplitAnalysis.ComputeSplits(activity.Streams, SplitAnalysis.Kilometer)
                .Select(split => MeasureSplit(split, activity.Streams, seconds)),
        ];
    }

    private static ActivityStretch MeasureLap(LapSummary lap) => MeasurePoints(lap.Points) with
    {
        Number = lap.Number,
        StartOffset = lap.StartOffset,
        Distance = lap.Distance,
        ElapsedTime = lap.ElapsedTime,
        MovingTime = lap.MovingTime,
        AverageSpeed = SpeedAnalysis.AverageSpeed(lap.Distance, lap.MovingTime),
        ElevationGain = lap.TotalAscent ?? ElevationGain.TotalGain(lap.Points),
        FirstPoint = lap.FirstPoint,
        LastPoint = lap.LastPoint,
    };

    private static ActivityStretch MeasureSplit(SplitSummary split, ActivityStreams streams, IReadOnlyList<double> seconds)
    {
        var points = StreamSlice.Between(streams, split.FirstPoint, split.LastPoint);
        return MeasurePoints(points) with
        {
            Number = split.Number,
            StartOffset = Durations.FromSeconds(seconds[split.FirstPoint]),
            Distance = split.Distance,
            ElapsedTime = split.ElapsedTime,
            MovingTime = split.MovingTime,
            AverageSpeed = SpeedAnalysis.AverageSpeed(split.Distance, split.MovingTime),
            ElevationGain = ElevationGain.TotalGain(points),
            FirstPoint = split.FirstPoint,
            LastPoint = split.LastPoint,
        };
    }

    private static ActivityStretch MeasurePoints(ActivityStreams points)
    {
        var intervals = MovingTime.Intervals(points);
        return new ActivityStretch
        {
            AverageHeartRate = MovingAverage.WeightedByTime(points.HeartRate, intervals),
            AverageCadence = MovingAverage.WeightedByTime(points.Cadence, intervals),
            AveragePower = MovingAverage.WeightedByTime(points.Power, intervals),
        };
    }
}
