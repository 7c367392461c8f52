using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Finds the segments that a recording crosses.</summary>
internal static class SegmentEffortFinder
{
    /// <summary>An effort on each segment that the recording crosses, without ids, which they get together with the activity.</summary>
    public static IEnumerable<SegmentEffort> FindEfforts(
        DetailedActivity activity, Activity recording, IReadOnlyList<FakeSegment> segments)
    {
        foreach (var segment in segments.Where(segment => segment.ActivityType == activity.Type))
        {
            var summary = SegmentShapes.ToSummary(segment);
            var route = Polyline.Decode(segment.Polyline);
            if (route.Count > 1
                && SegmentMatching.FindPassage(recording.Streams, route[0], route[^1], summary.Distance) is { } passage)
            {
                yield return CreateEffort(activity, recording.Streams, passage) with
                {
                    Name = segment.Name,
                    Segment = summary,
                    Hidden = !segment.IsImportant || segment.IsPrivate,
                };
            }
        }
    }

    private static SegmentEffort CreateEffort(DetailedActivity activity, ActivityStreams streams, SegmentPassage passage)
    {
        var points = StreamSlice.Between(streams, passage.FirstPoint, passage.LastPoint);
        var intervals = MovingTime.Intervals(points);
        return new SegmentEffort
        {
            ElapsedTime = Rounding.ToSeconds(passage.ElapsedTime),
            MovingTime = Rounding.ToSeconds(passage.MovingTime),
            StartDate = activity.StartDate.AddWholeSeconds(passage.StartOffset),
            StartDateLocal = activity.StartDateLocal.AddWholeSeconds(passage.StartOffset),
            Distance = Rounding.Round(passage.Distance, 1) ?? 0,
            StartIndex = passage.FirstPoint,
            EndIndex = passage.LastPoint,
            AverageCadence = Rounding.Round(MovingAverage.WeightedByTime(points.Cadence, intervals), 1),
            AverageHeartrate = Rounding.Round(MovingAverage.WeightedByTime(points.HeartRate, intervals), 1),
            MaxHeartrate = Rounding.RoundToWhole(MovingAverage.Maximum(points.HeartRate)),
            AverageWatts = Rounding.Round(MovingAverage.WeightedByTime(points.Power, intervals), 1),
        };
    }
}
