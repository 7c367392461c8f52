using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Splits, best efforts, and pace zones: "running activities only" (strava-activities.md, splits_metric).</summary>
internal static class RunFigures
{
    /// <param name="activity">With its laps.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="sport">The sport type.</param>
    /// <param name="athlete">The athlete, for the race time.</param>
    public static DetailedActivity WithRunDetails(this DetailedActivity activity, Activity recording, string sport, FakeAthlete athlete)
    {
        if (!ActivityTypes.IsRun(sport))
        {
            return activity with
            {
                SplitsMetric = null,
                SplitsStandard = null,
                BestEfforts = null,
                Laps = [.. activity.Laps.Select(lap => lap with { PaceZone = null })],
            };
        }

        var streams = recording.Streams;
        return activity with
        {
            SplitsMetric = CreateSplits(streams, SplitAnalysis.Kilometer, athlete),
            SplitsStandard = CreateSplits(streams, SplitAnalysis.Mile, athlete),
            BestEfforts = [.. EffortAnalysis.FindBestEfforts(streams).Select(effort => CreateEffort(activity, effort))],
            Laps = [.. activity.Laps.Select(lap => lap with { PaceZone = ActivityZones.PaceZone(lap.AverageSpeed, athlete) })],
        };
    }

    private static ActivitySplit[] CreateSplits(ActivityStreams streams, double unit, FakeAthlete athlete) =>
        [.. SplitAnalysis.ComputeSplits(streams, unit).Select(split => CreateSplit(streams, split, athlete))];

    private static ActivitySplit CreateSplit(ActivityStreams streams, SplitSummary split, FakeAthlete athlete)
    {
        var points = StreamSlice.Between(streams, split.FirstPoint, split.LastPoint);
        var speed = PartFigures.AverageSpeed(split.Distance, split.MovingTime);
        return new ActivitySplit
        {
            AverageSpeed = speed,
            Distance = Rounding.Round(split.Distance, 1) ?? 0,
            ElapsedTime = Rounding.ToSeconds(split.ElapsedTime),
            ElevationDifference = Rounding.Round(split.ElevationDifference, 1),
            AverageHeartrate = Rounding.Round(MovingAverage.WeightedByTime(points.HeartRate, MovingTime.Intervals(points)), 1),
            PaceZone = ActivityZones.PaceZone(speed, athlete),
            MovingTime = Rounding.ToSeconds(split.MovingTime),
            Split = split.Number,
        };
    }

    private static DistanceEffort CreateEffort(DetailedActivity activity, BestEffort effort) => new()
    {
        Name = effort.Name,
        ElapsedTime = Rounding.ToSeconds(effort.ElapsedTime),
        MovingTime = Rounding.ToSeconds(effort.MovingTime),
        StartDate = activity.StartDate.AddWholeSeconds(effort.StartOffset),
        StartDateLocal = activity.StartDateLocal.AddWholeSeconds(effort.StartOffset),
        Distance = effort.Distance,
        StartIndex = effort.FirstPoint,
        EndIndex = effort.LastPoint,
    };
}
