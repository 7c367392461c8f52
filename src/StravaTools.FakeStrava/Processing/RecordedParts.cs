using StravaTools.Activities;
using StravaTools.Activities.Analysis;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Laps, splits and best efforts of a recording, in Strava's shape; ids come when the activity gets its own.</summary>
internal static class RecordedParts
{
    public static DetailedActivity WithLaps(this DetailedActivity activity, Activity file)
    {
        var threshold = UploadedActivity.GainThreshold(file);
        return activity with { Laps = [.. LapAnalysis.Of(file).Select(lap => Lap(activity, lap, threshold))] };
    }

    public static DetailedActivity WithRun(this DetailedActivity activity, Activity file, string sport, FakeAthlete athlete)
    {
        var isRun = ActivityTypes.IsRun(sport);
        int? PaceZone(double speed) => isRun ? ActivityZones.PaceZone(speed, athlete) : null;
        ActivitySplit[] Splits(double unit) => [.. SplitAnalysis.Of(file.Streams, unit).Select(split => Split(split, PaceZone))];
        return activity with
        {
            SplitsMetric = isRun ? Splits(SplitAnalysis.Kilometre) : null,
            SplitsStandard = isRun ? Splits(SplitAnalysis.Mile) : null,
            BestEfforts = isRun ? [.. EffortAnalysis.Of(file.Streams).Select(effort => Effort(activity, effort))] : null,
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
            if (route.Count > 1 && SegmentMatching.Find(file.Streams, route[0], route[^1], summary.Distance) is { } passage)
            {
                yield return Effort(activity, file, segment, summary, passage);
            }
        }
    }

    private static SegmentEffort Effort(DetailedActivity activity, Activity file, FakeSegment segment, SegmentSummary summary, SegmentPassage passage)
    {
        var points = StreamSlice.Of(file.Streams, passage.FirstPoint, passage.LastPoint);
        var intervals = MovingTime.Intervals(points);
        return new SegmentEffort
        {
            Name = segment.Name,
            Segment = summary,
            ElapsedTime = Whole(passage.ElapsedSeconds),
            MovingTime = Whole(passage.MovingSeconds),
            StartDate = After(activity.StartDate, passage.StartSeconds),
            StartDateLocal = After(activity.StartDateLocal, passage.StartSeconds),
            Distance = Metres(passage.Distance),
            StartIndex = passage.FirstPoint,
            EndIndex = passage.LastPoint,
            Hidden = !segment.IsImportant || segment.IsPrivate,
            AverageCadence = UploadedActivity.Rounded(MovingAverage.Of(points.Cadence, intervals), 1),
            AverageHeartrate = UploadedActivity.Rounded(MovingAverage.Of(points.HeartRate, intervals), 1),
            AverageWatts = UploadedActivity.Rounded(MovingAverage.Of(points.Power, intervals), 1),
        };
    }

    private static ActivityLap Lap(DetailedActivity activity, LapSummary lap, double threshold)
    {
        var intervals = MovingTime.Intervals(lap.Points);
        var watts = UploadedActivity.Rounded(MovingAverage.Of(lap.Points.Power, intervals), 1);
        return new ActivityLap
        {
            Name = FormattableString.Invariant($"Lap {lap.Number}"),
            ElapsedTime = Whole(lap.ElapsedSeconds),
            MovingTime = Whole(lap.MovingSeconds),
            StartDate = After(activity.StartDate, lap.StartSeconds),
            StartDateLocal = After(activity.StartDateLocal, lap.StartSeconds),
            Distance = UploadedActivity.Rounded(lap.Distance, 2) ?? 0,
            StartIndex = lap.FirstPoint,
            EndIndex = lap.LastPoint,
            TotalElevationGain = UploadedActivity.Rounded(lap.TotalAscent ?? ElevationGain.Total(lap.Points, threshold), 1) ?? 0,
            AverageSpeed = Speed(lap.Distance, lap.MovingSeconds),
            MaxSpeed = UploadedActivity.Rounded(SpeedAnalysis.Max(lap.Points), 2) ?? 0,
            AverageCadence = UploadedActivity.Rounded(MovingAverage.Of(lap.Points.Cadence, intervals), 1),
            AverageHeartrate = UploadedActivity.Rounded(MovingAverage.Of(lap.Points.HeartRate, intervals), 1),
            MaxHeartrate = (int?)UploadedActivity.Rounded(MovingAverage.Max(lap.Points.HeartRate), 0),
            AverageWatts = watts,
            DeviceWatts = watts is null ? null : true,
            LapIndex = lap.Number,
            Split = lap.Number,
        };
    }

    private static ActivitySplit Split(SplitSummary split, Func<double, int?> paceZone)
    {
        var speed = Speed(split.Distance, split.MovingSeconds);
        return new ActivitySplit
        {
            AverageSpeed = speed,
            Distance = Metres(split.Distance),
            ElapsedTime = Whole(split.ElapsedSeconds),
            ElevationDifference = UploadedActivity.Rounded(split.ElevationDifference, 1),
            PaceZone = paceZone(speed),
            MovingTime = Whole(split.MovingSeconds),
            Split = split.Number,
        };
    }

    private static ActivityEffort Effort(DetailedActivity activity, BestEffort effort) => new()
    {
        Name = effort.Name,
        ElapsedTime = Whole(effort.ElapsedSeconds),
        MovingTime = Whole(effort.MovingSeconds),
        StartDate = After(activity.StartDate, effort.StartSeconds),
        StartDateLocal = After(activity.StartDateLocal, effort.StartSeconds),
        Distance = effort.Distance,
        StartIndex = effort.FirstPoint,
        EndIndex = effort.LastPoint,
    };

    private static int Whole(double seconds) => UploadedActivity.Seconds(TimeSpan.FromSeconds(seconds));

    private static double Metres(double metres) => UploadedActivity.Rounded(metres, 1) ?? 0;

    private static double Speed(double metres, double seconds) => seconds > 0 ? UploadedActivity.Rounded(metres / seconds, 2) ?? 0 : 0;

    private static DateTime After(DateTime start, double seconds) => start.AddSeconds(Math.Floor(seconds));
}
