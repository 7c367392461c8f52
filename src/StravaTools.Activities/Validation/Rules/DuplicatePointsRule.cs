using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Points are not repeated.</summary>
internal static class DuplicatePointsRule
{
    /// <summary>
    /// One point in this many may repeat its predecessor: devices repeat the last point of a lap, and the points of an athlete who stands.
    /// </summary>
    private const int TolerablePart = 20;

    private static readonly ActivityFileRule Rule = new(
        "GEN0206", Severity.Information, "Points are not repeated",
        "Nothing is lost, but the file is larger than necessary, and averages over points (such as heart rate) count these points twice.",
        "Remove the copies. The usual cause is a file that was joined with itself.")
    {
        Example = """Each <trkpt lat="46.57" lon="8.41"><time>2025-06-14T06:30:00Z</time></trkpt> occurs twice in a row.""",
        Remedy = RuleRemedy.RepairFile,
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    public static void CheckActivities(ActivityCheckContext context)
    {
        if (!context.Findings.IsSelected(Rule))
        {
            return;
        }

        foreach (var activity in context.Activities)
        {
            if (!activity.Streams.Time.IsEmpty && !activity.Streams.Latitude.IsEmpty)
            {
                CheckActivity(activity, context.Findings);
            }
        }
    }

    private static void CheckActivity(Activity activity, FindingCollector findings)
    {
        var streams = activity.Streams;
        var times = streams.Time.AsSpan();
        var latitudes = streams.Latitude.AsSpan();
        var longitudes = streams.Longitude.AsSpan();
        PointCounter copies = default;
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] == times[i - 1] && latitudes[i] == latitudes[i - 1] && longitudes[i] == longitudes[i - 1])
            {
                copies.CountPoint(i);
            }
        }

        if (copies.Count > activity.Laps.Length + (times.Length / TolerablePart))
        {
            copies.Report(findings, Rule, streams, "A point has the time and the position of the point before it.");
        }
    }
}
