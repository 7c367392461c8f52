using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Positions are where somebody was.</summary>
internal static class PositionRules
{
    /// <summary>About a metre: a device without a fix writes exact zeros, and rounding leaves a little of them.</summary>
    private const double NullIsland = 1e-5;

    /// <summary>Metres. Satellite signals reflected by houses and cliffs are off by hundreds of metres; a jump is more than that.</summary>
    private const double JumpDistance = 1000;

    /// <summary>Metres per second: faster than any ski racer (70) or train a recording was forgotten on; only flight is.</summary>
    private const double JumpSpeed = 100;

    /// <summary>Degrees. A jump of 1000 m changes one of the two by more than this (0.0064 diagonally), so that nearly all points cost two subtractions.</summary>
    private const double JumpDegrees = 0.006;

    public static readonly ActivityFileRule OffTheGlobe = new(
        "FIT0110", Severity.Warning, "FIT positions are within -90 to 90 and -180 to 180 degrees",
        "The point is placed where nobody was, or dropped.",
        "Remove the point: Repair-ActivityFile does. If all points are like this, the program that wrote the file mixes up degrees and semicircles.")
    {
        Example = "A record whose position_lat is 1431655765: 120 degrees north.",
        Sections = [Docs.Fit],
    };

    private static readonly ActivityFileRule Zero = new(
        "GEN0301", Severity.Warning, "Positions are not 0, 0",
        "It is the mark of a device without satellites. Nobody is active in the Gulf of Guinea, and the map shows a line to there and back.",
        "Remove the point: Repair-ActivityFile does.")
    {
        Example = """<trkpt lat="0.0" lon="0.0">""",
    };

    private static readonly ActivityFileRule Jump = new(
        "GEN0302", Severity.Warning, "No two points are further apart than anybody moves in that time",
        "Distance and top speed of the activity will be wrong, and Strava may flag it.",
        "Remove the point that is wrong. If all are right it was a flight, or two recordings in one file.")
    {
        Example = "One second after a point in Zurich there is one in Bern.",
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [OffTheGlobe, Zero, Jump];

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
        PointCounter off = default, zero = default, jumps = default;
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

            if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
            {
                off.CountPoint(i);
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

        off.Report(findings, OffTheGlobe, streams, "A position is off the globe.");
        zero.Report(findings, Zero, streams, "A position is 0, 0.");
        jumps.Report(findings, Jump, streams, "A point is more than a kilometre from the one before it, and could only be reached by flying.");
    }

    private static bool IsJump(ActivityStreams streams, int from, int to)
    {
        var distance = DistanceAnalysis.Between(streams.Latitude[from], streams.Longitude[from], streams.Latitude[to], streams.Longitude[to]);
        var seconds = streams.Time.IsEmpty ? double.NaN : streams.Time[to] - streams.Time[from];

        // Without times, or where they run backwards, there is no speed; other rules tell.
        return distance > JumpDistance && seconds >= 0 && distance > JumpSpeed * seconds;
    }
}
