using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// Summarizes the laps of the device ("triggered by athletes using their respective devices"). A lap has the points from its start time to
/// the start time of the next lap. A file without laps is one lap.
/// </summary>
public static class LapAnalysis
{
    /// <summary>The laps; empty if there are no points or no times.</summary>
    public static IReadOnlyList<LapSummary> ComputeLaps(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var streams = activity.Streams;
        if (streams.Count == 0 || streams.Origin is not { } origin)
        {
            return [];
        }

        var timeline = Timeline.FromStreams(streams);
        Lap[] known = [.. activity.Laps.Where(lap => lap.StartTime is not null)];
        Lap[] laps = known.Length > 0 ? known : [new Lap(origin, null, null, null)];
        var starts = laps.Select((lap, i) => i == 0 ? 0 : timeline.FirstAt((lap.StartTime!.Value - origin).TotalSeconds)).ToArray();
        var summaries = new List<LapSummary>();
        for (var i = 0; i < laps.Length; i++)
        {
            var end = i + 1 < laps.Length ? starts[i + 1] : timeline.Count;
            // A lap without a point (two starts in one second) has no values.
            if (end > starts[i])
            {
                summaries.Add(Summary(laps[i], summaries.Count + 1, timeline, streams, starts[i], end - 1));
            }
        }

        return summaries;
    }

    private static LapSummary Summary(Lap lap, int number, Timeline timeline, ActivityStreams streams, int first, int last)
    {
        // The distance from the last point of the previous lap belongs to this lap.
        var from = Math.Max(0, first - 1);
        var elapsed = lap.ElapsedTime ?? Durations.FromSeconds(timeline.Seconds[last] - timeline.Seconds[from]);
        var start = lap.StartTime!.Value - streams.Origin!.Value;
        var moving = Durations.FromSeconds(timeline.MovingSeconds[last] - timeline.MovingSeconds[from]);
        return new LapSummary(
            number,
            start > TimeSpan.Zero ? start : TimeSpan.Zero,
            first,
            last,
            lap.Distance is > 0 ? lap.Distance.Value : timeline.Meters[last] - timeline.Meters[from],
            elapsed,
            moving < elapsed ? moving : elapsed,
            lap.TotalAscent,
            StreamSlice.Between(streams, from, last));
    }
}
