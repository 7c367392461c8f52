using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>The recorded distance does not decrease.</summary>
internal static class DistanceRule
{
    /// <summary>Meters. Devices that combine GPS with a wheel or foot sensor correct the distance by a few meters.</summary>
    private const double Slack = 10;

    private static readonly ActivityFileRule Rule = new(
        "GEN0403", Severity.Warning, "The distance never decreases",
        "The distance counts from the start of the activity, so the part before the decrease may be missing from the total.",
        "Export the file again. The distance must continue across laps; in joined recordings, add the total of the first to the second.")
    {
        Example = "<DistanceMeters>5012.0</DistanceMeters> in one trackpoint, <DistanceMeters>3.5</DistanceMeters> in the next.",
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    public static void CheckActivities(ActivityCheckContext context)
    {
        foreach (var activity in context.Activities)
        {
            CheckStreams(activity.Streams, context.Findings);
        }
    }

    /// <summary>Some programs end with a point whose distance is 0, and Strava accepts their files.</summary>
    private static bool IsEndMark(ReadOnlySpan<double> distances, int point) => point == distances.Length - 1 && distances[point] == 0;

    private static void CheckStreams(ActivityStreams streams, FindingCollector findings)
    {
        PointCounter backwards = default;
        var distances = streams.Distance.AsSpan();
        var last = double.NegativeInfinity;
        for (var i = 0; i < distances.Length; i++)
        {
            // NaN, a point without a distance, compares false.
            var distance = distances[i];
            if (distance < last - Slack && !IsEndMark(distances, i))
            {
                backwards.CountPoint(i);
            }

            if (!double.IsNaN(distance))
            {
                last = distance;
            }
        }

        backwards.Report(findings, Rule, streams, "A distance is smaller than that of the point before it.");
    }
}
