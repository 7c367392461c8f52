using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// The time in each of the athlete's zones (strava-activities.md, "List activity zones"), and the effort derived from it.
/// </summary>
public static class ZoneAnalysis
{
    /// <summary>Seconds of a gap in the recording above which the zone is unknown.</summary>
    private const double MaxGap = 30;

    /// <summary>
    /// Points per hour in each heart rate zone. Strava does not publish its values; these give the score and the points of the example (215
    /// and 119 from 1735, 5966, 4077, 4238, and 36 s).
    /// </summary>
    private static readonly double[] PointsPerHour = [12, 24, 45, 100, 120];

    /// <summary>
    /// The time in each zone: the time that ends at a point counts for the zone of the point's value. Zone i is from bound i - 1
    /// (inclusive) to bound i; there is one zone more than bounds.
    /// </summary>
    /// <param name="values">One stream, empty or with one value per point, NaN if the point has none.</param>
    /// <param name="streams">The points.</param>
    /// <param name="bounds">The lower bounds of the second zone, the third zone, and so on.</param>
    public static ImmutableArray<TimeSpan> ComputeTimes(ImmutableArray<float> values, ActivityStreams streams, IReadOnlyList<double> bounds)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(bounds);
        var seconds = new double[bounds.Count + 1];
        var timeline = Timeline.FromStreams(streams);
        for (var i = 1; i < values.Length; i++)
        {
            var interval = timeline.Seconds[i] - timeline.Seconds[i - 1];
            if (!float.IsNaN(values[i]) && interval <= MaxGap)
            {
                seconds[bounds.Count(bound => bound <= values[i])] += interval;
            }
        }

        return [.. seconds.Select(Durations.FromSeconds)];
    }

    /// <summary>
    /// The suffer score, "a measure of heartrate intensity": the hours in each of five zones of heart rate times 12, 24, 45, 100, and 120.
    /// </summary>
    public static double SufferScore(IReadOnlyList<TimeSpan> timesInZones) => Points(timesInZones, 0);

    /// <summary>The part of the suffer score from the two highest zones.</summary>
    public static double PointsInTheRed(IReadOnlyList<TimeSpan> timesInZones) => Points(timesInZones, 3);

    private static double Points(IReadOnlyList<TimeSpan> timesInZones, int firstZone)
    {
        ArgumentNullException.ThrowIfNull(timesInZones);
        return Enumerable.Range(firstZone, Math.Max(0, timesInZones.Count - firstZone))
            .Sum(zone => timesInZones[zone].TotalHours * PointsPerHour[Math.Min(zone, PointsPerHour.Length - 1)]);
    }
}
