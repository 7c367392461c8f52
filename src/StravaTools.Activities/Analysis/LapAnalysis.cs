namespace StravaTools.Activities.Analysis;

/// <summary>A lap with what its points tell (strava-activities.md, "List activity laps").</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="StartSeconds">Seconds since the origin of the points.</param>
/// <param name="FirstPoint">Its first point.</param>
/// <param name="LastPoint">Its last point; the next lap begins with the one after it.</param>
/// <param name="Distance">Metres: as the file sums the lap up, else by the points.</param>
/// <param name="ElapsedSeconds">As the file sums the lap up, else by the points.</param>
/// <param name="MovingSeconds">By the points, no longer than the elapsed time.</param>
/// <param name="TotalAscent">Metres, as the file sums the lap up; null if it does not.</param>
/// <param name="Points">The points, with the one before them where the lap's first interval begins.</param>
public sealed record LapSummary(
    int Number, double StartSeconds, int FirstPoint, int LastPoint, double Distance, double ElapsedSeconds, double MovingSeconds,
    double? TotalAscent, ActivityStreams Points);

/// <summary>
/// Laps are the device's ("triggered by athletes using their respective devices"): a lap has the points from its start time to the start time of the
/// next one. A file that tells none is one lap.
/// </summary>
public static class LapAnalysis
{
    /// <summary>The laps; none if there are no points, or no times.</summary>
    public static IReadOnlyList<LapSummary> Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var streams = activity.Streams;
        if (streams.Count == 0 || streams.Origin is not { } origin)
        {
            return [];
        }

        var timeline = Timeline.Of(streams);
        Lap[] known = [.. activity.Laps.Where(lap => lap.StartTime is not null)];
        Lap[] laps = known.Length > 0 ? known : [new Lap(origin, null, null, null)];
        var starts = laps.Select((lap, i) => i == 0 ? 0 : timeline.FirstAt((lap.StartTime!.Value - origin).TotalSeconds)).ToArray();
        var summaries = new List<LapSummary>();
        for (var i = 0; i < laps.Length; i++)
        {
            var end = i + 1 < laps.Length ? starts[i + 1] : timeline.Count;
            // A lap without a point (two starts in one second) has nothing to tell.
            if (end > starts[i])
            {
                summaries.Add(Summary(laps[i], summaries.Count + 1, timeline, streams, starts[i], end - 1));
            }
        }

        return summaries;
    }

    private static LapSummary Summary(Lap lap, int number, Timeline timeline, ActivityStreams streams, int first, int last)
    {
        // The way from the last point of the lap before belongs to this lap.
        var from = Math.Max(0, first - 1);
        var elapsed = lap.ElapsedTime?.TotalSeconds ?? timeline.Seconds[last] - timeline.Seconds[from];
        var start = (lap.StartTime!.Value - streams.Origin!.Value).TotalSeconds;
        return new LapSummary(
            number,
            Math.Max(0, start),
            first,
            last,
            lap.Distance is > 0 ? lap.Distance.Value : timeline.Metres[last] - timeline.Metres[from],
            elapsed,
            Math.Min(elapsed, timeline.MovingSeconds[last] - timeline.MovingSeconds[from]),
            lap.TotalAscent,
            StreamSlice.Of(streams, from, last));
    }
}
