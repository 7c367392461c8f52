using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// The best average power over several durations. A value applies until the next one, for at most <see cref="MaxGap"/> seconds; seconds
/// without a value count as 0 W, because the rider rests.
/// </summary>
public static class PowerCurve
{
    /// <summary>Seconds without a point after which the device was paused.</summary>
    public const int MaxGap = 30;

    /// <summary>Longer activities, in seconds, are not resampled: a wrong clock must not cost the memory of years.</summary>
    private const int MaxLength = 14 * 24 * 3600;

    /// <summary>The durations.</summary>
    public static IReadOnlyList<TimeSpan> Durations { get; } =
        [.. new[] { 5, 15, 30, 60, 120, 300, 600, 1200, 3600 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>The best power over each duration that the activity reached; empty if the points have no power or no time.</summary>
    public static ImmutableArray<BestPower> FindBestPowers(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        if (streams.Power.IsEmpty || streams.Time.IsEmpty)
        {
            return [];
        }

        var sums = SumSeconds(streams);
        return [.. Durations.Select(duration => FindBestPower(sums, duration)).OfType<BestPower>()];
    }

    private static BestPower? FindBestPower(double[] sums, TimeSpan duration)
    {
        var seconds = (int)duration.TotalSeconds;
        var (best, start) = (-1.0, 0);
        for (var i = seconds; i < sums.Length; i++)
        {
            if (sums[i] - sums[i - seconds] > best)
            {
                (best, start) = (sums[i] - sums[i - seconds], i - seconds);
            }
        }

        if (best < 0)
        {
            return null;
        }

        return new BestPower(duration, best / seconds, TimeSpan.FromSeconds(start));
    }

    /// <summary>The energy in joules since the first second, at each second.</summary>
    private static double[] SumSeconds(ActivityStreams streams)
    {
        var timeline = Timeline.FromStreams(streams);
        var length = timeline.Count == 0 ? 0 : (int)Math.Min(MaxLength, timeline.Seconds[timeline.Count - 1]);
        var sums = new double[length + 1];
        var point = 0;
        for (var second = 1; second <= length; second++)
        {
            while (point + 1 < timeline.Count && timeline.Seconds[point + 1] <= second - 1)
            {
                point++;
            }

            var watts = second - timeline.Seconds[point] <= MaxGap ? streams.Power[point] : 0;
            sums[second] = sums[second - 1] + (float.IsNaN(watts) ? 0 : watts);
        }

        return sums;
    }
}
