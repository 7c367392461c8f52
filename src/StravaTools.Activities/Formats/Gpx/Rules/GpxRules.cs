using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Gpx.Rules;

/// <summary>The requirements of Strava and GPX 1.1 for the root of a GPX file, and for content other than points.</summary>
internal static class GpxRules
{
    private const string Namespace = "http://www.topografix.com/GPX/1/1";
    private const string Version = "1.1";
    private const int MaxShownLength = 80;

    private static readonly ActivityFileRule NotGpx11 = new(
        "GPX0109", Severity.Information, "The version and namespace are those of GPX 1.1",
        $"Strava follows version 1.1 as defined by Topografix ({Docs.Gpx}). It does not document how it treats other versions or " +
        "namespaces.",
        "No action is needed. If you make the program, write <gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\" ...>; " +
        "a repair writes it, too.")
    {
        Remedy = RuleRemedy.RepairFile,
        Example = """<gpx version="1.0" creator="gpsbabel" xmlns="http://www.topografix.com/GPX/1/0">""",
        Sections = [Docs.Gpx],
    };

    private static readonly ActivityFileRule NoCreator = new(
        "GPX0110", Severity.Information, "A GPX file names its creator",
        $"GPX 1.1 requires it, and Strava detects the device from it ({Docs.Device}). Without it, Strava cannot show the device.",
        "No action is needed unless you develop the program. In that case, write the device or program to the creator attribute of <gpx>.")
    {
        Example = """<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">""",
        Sections = [Docs.Device, Docs.DeviceMapping],
    };

    private static readonly ActivityFileRule OnlyPlan = new(
        "GPX0111", Severity.Warning, "A GPX file has a track, not only waypoints and routes",
        "Waypoints and routes are a plan, not a recording. An upload of such a file was reported to stay 'still being processed' " +
        "indefinitely.",
        "Export the recorded track. Uploads create activities, not routes.")
    {
        Example = """<rte><rtept lat="46.57" lon="8.41"/></rte>, and no <trk>.""",
        Sections = [Docs.Gpx],
    };

    private static readonly ActivityFileRule NoPosition = new(
        "GPX0116", Severity.Warning, "Every GPX track point has a position",
        $"GPX 1.1, which Strava follows ({Docs.Gpx}), requires lat and lon. Strava refused a GPX file without positions.",
        "Write the latitude as the attribute lat and the longitude as lon. For a recording without GPS, use TCX or FIT.")
    {
        Example = """<trkpt latitude="46.57" longitude="8.41">""",
        Sections = [Docs.Gpx],
        Refusals = [Refusals.GpxWithoutPosition],
    };

    private static readonly ActivityFileRule UnknownType = new(
        "GPX0118", Severity.Information, "The type of a GPX track is a known sport",
        "GPX does not define the words for sports, and Strava does not document which it reads. With an unknown word, the activity may " +
        "get the athlete's default sport.",
        "Specify the sport type in the upload.")
    {
        Remedy = RuleRemedy.NameSportType,
        Example = "<type>motorcycling</type>",
        Sections = [Docs.Gpx],
    };

    private static readonly ActivityFileRule EmptySegment = new(
        "GPX0112", Severity.Information, "Every track segment has points",
        "An empty segment contains nothing to show. The program that wrote it may have lost the points.",
        "If points are missing at this place, export the file again. Otherwise, no action is needed.")
    {
        Example = "<trkseg></trkseg> between two segments with points.",
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [NotGpx11, NoCreator, OnlyPlan, NoPosition, UnknownType, EmptySegment];

    public static void CheckFacts(GpxFacts facts, int points, FindingCollector findings)
    {
        // Further findings about a damaged file do not help.
        if (findings.HasErrors)
        {
            return;
        }

        CheckVersion(facts, findings);
        if (string.IsNullOrWhiteSpace(facts.Creator))
        {
            findings.Add(NoCreator, "The creator is missing.", facts.Root);
        }

        if (points == 0 && facts.PlannedPoints.Count > 0)
        {
            findings.Add(OnlyPlan, "There are waypoints or route points only.", facts.PlannedPoints.First, facts.PlannedPoints.Count);
        }

        if (facts.PointsWithoutPosition is { Count: > 0 } missing)
        {
            findings.Add(NoPosition, $"{missing.Count:N0} of {points:N0} points have no position.", missing.First, missing.Count);
        }

        if (points > 0 && facts.EmptySegments.Count > 0)
        {
            findings.Add(EmptySegment, "A track segment has no points.", facts.EmptySegments.First, facts.EmptySegments.Count);
        }
    }

    public static void CheckSport(string? word, SourceLocation location, FindingCollector findings)
    {
        if (!findings.HasErrors && !string.IsNullOrWhiteSpace(word) && GpxSports.ParseSport(word) is null)
        {
            findings.Add(UnknownType, "The type of the track is not a known sport.", location, example: word);
        }
    }

    /// <summary>GPX 1.0, whose namespace differs too, gets one finding only.</summary>
    private static void CheckVersion(GpxFacts facts, FindingCollector findings)
    {
        if (facts.Version != Version)
        {
            findings.Add(NotGpx11, Describe("version", facts.Version), facts.Root);
        }
        else if (facts.Namespace != Namespace)
        {
            findings.Add(NotGpx11, Describe("namespace", facts.Namespace), facts.Root);
        }
    }

    private static string Shorten(string value)
    {
        if (value.Length > MaxShownLength)
        {
            return value[..MaxShownLength] + "...";
        }

        return value;
    }

    private static string Describe(string attribute, string? value)
    {
        if (value is null)
        {
            return $"The {attribute} is missing.";
        }

        return $"The {attribute} is '{Shorten(value)}'.";
    }
}
