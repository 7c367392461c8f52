using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Points are not written twice.</summary>
internal static class DuplicatePointsRule
{
    /// <summary>
    /// One point in so many may be its predecessor again: devices repeat the last point of a lap as the first of the next, and a rider who stands.
    /// </summary>
    private const int TolerablePart = 20;

    private static readonly ActivityFileRule Rule = new(
        "GEN0206", Severity.Information, "Points are not written twice",
        "Nothing is lost, but the file is larger than need be, and averages over points (as of heart rate) count such a point twice.",
        "Remove the copies: Repair-ActivityFile does. Mostly a file was joined with itself.")
    {
        Example = """Each <trkpt lat="46.57" lon="8.41"><time>2025-06-14T06:30:00Z</time></trkpt> follows itself.""",
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
            copies.Report(findings, Rule, streams, "A point has the time and the position of the one before it.");
        }
    }
}
