using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// Computes splits. Each ends at the first point at or past a multiple of the unit, so splits do not overlap and together cover the
/// activity; the last one is the remainder. That is why Strava's example has a split of 1002.5 m.
/// </summary>
public static class SplitAnalysis
{
    /// <summary>Meters of a metric split.</summary>
    public const double Kilometer = 1000;

    /// <summary>Meters of a standard split.</summary>
    public const double Mile = 1609.344;

    /// <summary>The splits; empty if the points have neither distance nor position.</summary>
    /// <param name="streams">The points.</param>
    /// <param name="unit">Meters of a split.</param>
    public static IReadOnlyList<SplitSummary> ComputeSplits(ActivityStreams streams, double unit)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(unit, 0);
        var timeline = Timeline.FromStreams(streams);
        var splits = new List<SplitSummary>();
        for (var first = 0; first < timeline.Count - 1;)
        {
            var boundary = (Math.Floor(timeline.Meters[first] / unit) + 1) * unit;
            var last = Math.Min(timeline.FirstAtDistance(boundary), timeline.Count - 1);
            splits.Add(Between(streams, timeline, splits.Count + 1, first, last));
            first = last;
        }

        if (timeline.Count == 0 || timeline.Meters[timeline.Count - 1] <= 0)
        {
            return [];
        }

        return splits;
    }

    private static SplitSummary Between(ActivityStreams streams, Timeline timeline, int number, int first, int last)
    {
        double? difference = streams.Altitude.IsEmpty ? null : streams.Altitude[last] - streams.Altitude[first];
        return new SplitSummary(
            number,
            first,
            last,
            timeline.Meters[last] - timeline.Meters[first],
            Durations.FromSeconds(timeline.Seconds[last] - timeline.Seconds[first]),
            Durations.FromSeconds(timeline.MovingSeconds[last] - timeline.MovingSeconds[first]),
            difference is { } meters && double.IsNaN(meters) ? null : difference);
    }
}
