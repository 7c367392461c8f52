using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>The recorded distance grows.</summary>
internal static class DistanceRule
{
    /// <summary>Metres. Devices that blend satellites and a wheel or foot sensor take back a few.</summary>
    private const double Slack = 10;

    private static readonly ActivityFileRule Rule = new(
        "GEN0403", Severity.Warning, "The distance does not run backwards",
        "It is counted from the start of the activity, so what was covered before the step back may be lost from the total.",
        "Export the file again. A program that counts anew with each lap should count on; two joined recordings need the first one's total added to the second.")
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

    private static void CheckStreams(ActivityStreams streams, FindingCollector findings)
    {
        PointCounter backwards = default;
        var distances = streams.Distance.AsSpan();
        var last = double.NegativeInfinity;
        for (var i = 0; i < distances.Length; i++)
        {
            // NaN, a point without a distance, compares false.
            var distance = distances[i];
            if (distance < last - Slack)
            {
                backwards.CountPoint(i);
            }

            if (!double.IsNaN(distance))
            {
                last = distance;
            }
        }

        backwards.Report(findings, Rule, streams, "A distance is smaller than the one of the point before it.");
    }
}
