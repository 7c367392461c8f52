using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Laps, splits and best efforts of a recording, in Strava's shape; ids come when the activity gets its own.</summary>
internal static class RecordedParts
{
    public static DetailedActivity WithLaps(this DetailedActivity activity, Activity file)
    {
        var threshold = UploadedActivity.GainThreshold(file);
        return activity with { Laps = [.. LapAnalysis.ComputeLaps(file).Select(lap => CreateLap(activity, lap, threshold))] };
    }

    public static DetailedActivity WithRun(this DetailedActivity activity, Activity file, string sport, FakeAthlete athlete)
    {
        var isRun = ActivityTypes.IsRun(sport);
        int? PaceZone(double speed)
        {
            if (isRun)
            {
                return ActivityZones.PaceZone(speed, athlete);
            }

            return null;
        }
        ActivitySplit[] Splits(double unit) => [.. SplitAnalysis.ComputeSplits(file.Streams, unit).Select(split => CreateSplit(split, PaceZone))];
        return activity with
        {
            SplitsMetric = isRun ? Splits(SplitAnalysis.Kilometre) : null,
            SplitsStandard = isRun ? Splits(SplitAnalysis.Mile) : null,
            BestEfforts = isRun ? [.. EffortAnalysis.FindBestEfforts(file.Streams).Select(effort => Effort(activity, effort))] : null,
            Laps = [.. activity.Laps.Select(lap => lap with { PaceZone = PaceZone(lap.AverageSpeed) })],
        };
    }

    /// <summary>An effort on each segment that the activity passes over.</summary>
    public static IEnumerable<SegmentEffort> EffortsOn(this DetailedActivity activity, IReadOnlyList<FakeSegment> segments)
    {
        if (activity.Recording is not { } file || segments.Count == 0)
        {
            yield break;
        }

        foreach (var segment in segments.Where(segment => segment.ActivityType == activity.Type))
        {
            var summary = SegmentShapes.Summary(segment);
            var route = Polyline.Decode(segment.Polyline);
            if (route.Count > 1 && SegmentMatching.FindPassage(file.Streams, route[0], route[^1], summary.Distance) is { } passage)
            {
                yield return Effort(activity, file, segment, summary, passage);
            }
        }
    }

    private static SegmentEffort Effort(DetailedActivity activity, Activity file, FakeSegment segment, SegmentSummary summary, SegmentPassage passage)
    {
        var points = StreamSlice.Between(file.Streams, passage.FirstPoint, passage.LastPoint);
        var intervals = MovingTime.Intervals(points);
        return new SegmentEffort
        {
            Name = segment.Name,
            Segment = summary,
            ElapsedTime = RoundToWhole(passage.ElapsedSeconds),
            MovingTime = RoundToWhole(passage.MovingSeconds),
            StartDate = AddSeconds(activity.StartDate, passage.StartSeconds),
            StartDateLocal = AddSeconds(activity.StartDateLocal, passage.StartSeconds),
            Distance = Metres(passage.Distance),
            StartIndex = passage.FirstPoint,
            EndIndex = passage.LastPoint,
            Hidden = !segment.IsImportant || segment.IsPrivate,
            AverageCadence = UploadedActivity.Rounded(MovingAverage.WeightedByTime(points.Cadence, intervals), 1),
            AverageHeartrate = UploadedActivity.Rounded(MovingAverage.WeightedByTime(points.HeartRate, intervals), 1),
            AverageWatts = UploadedActivity.Rounded(MovingAverage.WeightedByTime(points.Power, intervals), 1),
        };
    }

    private static ActivityLap CreateLap(DetailedActivity activity, LapSummary lap, double threshold)
    {
        var intervals = MovingTime.Intervals(lap.Points);
        var watts = UploadedActivity.Rounded(MovingAverage.WeightedByTime(lap.Points.Power, intervals), 1);
        return new ActivityLap
        {
            Name = FormattableString.Invariant($"Lap {lap.Number}"),
            ElapsedTime = RoundToWhole(lap.ElapsedSeconds),
            MovingTime = RoundToWhole(lap.MovingSeconds),
            StartDate = AddSeconds(activity.StartDate, lap.StartSeconds),
            StartDateLocal = AddSeconds(activity.StartDateLocal, lap.StartSeconds),
            Distance = UploadedActivity.Rounded(lap.Distance, 2) ?? 0,
            StartIndex = lap.FirstPoint,
            EndIndex = lap.LastPoint,
            TotalElevationGain = UploadedActivity.Rounded(lap.TotalAscent ?? ElevationGain.TotalGain(lap.Points, threshold), 1) ?? 0,
            AverageSpeed = AverageSpeed(lap.Distance, lap.MovingSeconds),
            MaxSpeed = UploadedActivity.Rounded(SpeedAnalysis.MaxSpeed(lap.Points), 2) ?? 0,
            AverageCadence = UploadedActivity.Rounded(MovingAverage.WeightedByTime(lap.Points.Cadence, intervals), 1),
            AverageHeartrate = UploadedActivity.Rounded(MovingAverage.WeightedByTime(lap.Points.HeartRate, intervals), 1),
            MaxHeartrate = (int?)UploadedActivity.Rounded(MovingAverage.Maximum(lap.Points.HeartRate), 0),
            AverageWatts = watts,
            DeviceWatts = watts is null ? null : true,
            LapIndex = lap.Number,
            Split = lap.Number,
        };
    }

    private static ActivitySplit CreateSplit(SplitSummary split, Func<double, int?> paceZone)
    {
        var speed = AverageSpeed(split.Distance, split.MovingSeconds);
        return new ActivitySplit
        {
            AverageSpeed = speed,
            Distance = Metres(split.Distance),
            ElapsedTime = RoundToWhole(split.ElapsedSeconds),
            ElevationDifference = UploadedActivity.Rounded(split.ElevationDifference, 1),
            PaceZone = paceZone(speed),
            MovingTime = RoundToWhole(split.MovingSeconds),
            Split = split.Number,
        };
    }

    private static ActivityEffort Effort(DetailedActivity activity, BestEffort effort) => new()
    {
        Name = effort.Name,
        ElapsedTime = RoundToWhole(effort.ElapsedSeconds),
        MovingTime = RoundToWhole(effort.MovingSeconds),
        StartDate = AddSeconds(activity.StartDate, effort.StartSeconds),
        StartDateLocal = AddSeconds(activity.StartDateLocal, effort.StartSeconds),
        Distance = effort.Distance,
        StartIndex = effort.FirstPoint,
        EndIndex = effort.LastPoint,
    };

    private static int RoundToWhole(double seconds) => UploadedActivity.Seconds(TimeSpan.FromSeconds(seconds));

    private static double Metres(double metres) => UploadedActivity.Rounded(metres, 1) ?? 0;

    private static double AverageSpeed(double metres, double seconds)
    {
        if (seconds > 0)
        {
            return UploadedActivity.Rounded(metres / seconds, 2) ?? 0;
        }

        return 0;
    }

    private static DateTime AddSeconds(DateTime start, double seconds) => start.AddSeconds(Math.Floor(seconds));
}
