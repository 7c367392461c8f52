using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Positions are plausible.</summary>
internal static class PositionRules
{
    /// <summary>About a meter: a device without a fix writes exact zeros, and rounding leaves a little of them.</summary>
    private const double NullIsland = 1e-5;

    /// <summary>Meters. Reflected satellite signals are off by hundreds of meters; a jump is more than that.</summary>
    private const double JumpDistance = 1000;

    /// <summary>Meters per second: faster than any ski racer (70) or train; only flight is faster.</summary>
    private const double JumpSpeed = 100;

    /// <summary>
    /// Degrees. A jump of 1000 m changes latitude or longitude by more than this (0.0064 diagonally), so nearly
    /// all points cost only two subtractions.
    /// </summary>
    private const double JumpDegrees = 0.006;

    private static readonly ActivityFileRule Zero = new(
        "GEN0301", Severity.Warning, "Positions are not 0, 0",
        "Some devices write 0, 0 when they have no GPS fix. The map then shows a spike to the Gulf of Guinea.",
        "Remove the point.")
    {
        Example = """<trkpt lat="0.0" lon="0.0">""",
        Remedy = RuleRemedy.RepairFile,
    };

    private static readonly ActivityFileRule Jump = new(
        "GEN0302", Severity.Warning, "Consecutive points are reachable at a plausible speed",
        "Distance and top speed of the activity are wrong, and Strava may flag the activity.",
        "Remove the wrong point. If all points are right, the file contains a flight or two recordings.")
    {
        Example = "A point in Zurich, and one second later a point in Bern.",
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Zero, Jump];

    public static void CheckActivities(ActivityCheckContext context)
    {
        foreach (var activity in context.Activities)
        {
            if (!activity.Streams.Latitude.IsEmpty && !activity.Streams.Longitude.IsEmpty)
            {
                CheckStreams(activity.Streams, context.Findings);
            }
        }
    }

    private static void CheckStreams(ActivityStreams streams, FindingCollector findings)
    {
        PointCounter zero = default, jumps = default;
        var latitudes = streams.Latitude.AsSpan();
        var longitudes = streams.Longitude.AsSpan();
        var last = -1;
        for (var i = 0; i < latitudes.Length; i++)
        {
            var (latitude, longitude) = (latitudes[i], longitudes[i]);
            if (double.IsNaN(latitude) || double.IsNaN(longitude))
            {
                continue;
            }

            // Each format has a rule of its own for these.
            if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
            {
                continue;
            }

            if (Math.Abs(latitude) < NullIsland && Math.Abs(longitude) < NullIsland)
            {
                zero.CountPoint(i);
                continue;
            }

            if (last >= 0 && (Math.Abs(latitude - latitudes[last]) > JumpDegrees || Math.Abs(longitude - longitudes[last]) > JumpDegrees)
                && IsJump(streams, last, i))
            {
                jumps.CountPoint(i);
            }

            last = i;
        }

        zero.Report(findings, Zero, streams, "A position is 0, 0.");
        jumps.Report(findings, Jump, streams, "A point is more than 1 km from the point before it and could only be reached by flying.");
    }

    private static bool IsJump(ActivityStreams streams, int from, int to)
    {
        var distance = DistanceAnalysis.Between(
            streams.Latitude[from], streams.Longitude[from], streams.Latitude[to], streams.Longitude[to]);
        if (streams.Time.IsEmpty)
        {
            return false;
        }

        // A missing time is NaN, which compares false. Times that run backwards give no speed, and have a rule of their own.
        var seconds = streams.Time[to] - streams.Time[from];
        return distance > JumpDistance && seconds >= 0 && distance > JumpSpeed * seconds;
    }
}
