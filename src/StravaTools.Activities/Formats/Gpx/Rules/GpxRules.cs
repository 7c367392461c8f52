using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Gpx.Rules;

/// <summary>What Strava and GPX 1.1 want of the root of a GPX file, and what is no track in it.</summary>
internal static class GpxRules
{
    private const string Namespace = "http://www.topografix.com/GPX/1/1";
    private const string Version = "1.1";

    private static readonly ActivityFileRule NotGpx11 = new(
        "GPX0109", Severity.Warning, "A GPX file is GPX 1.1: version and namespace",
        $"Strava follows version 1.1 as defined by Topografix ({Docs.Gpx}); older files and files without a namespace are read by luck.",
        "Write <gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\" ...>.")
    {
        Remedy = RuleRemedy.RepairFile,
        Example = """<gpx version="1.0" creator="gpsbabel" xmlns="http://www.topografix.com/GPX/1/0">""",
        Sections = [Docs.Gpx],
    };

    private static readonly ActivityFileRule NoCreator = new(
        "GPX0110", Severity.Warning, "A GPX file names its creator",
        $"GPX 1.1 requires it, and Strava detects the device from it ({Docs.Device}).",
        "Write the device or program into the creator attribute of <gpx>.")
    {
        Example = """<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">""",
        Sections = [Docs.Device, Docs.DeviceMapping],
    };

    private static readonly ActivityFileRule OnlyPlan = new(
        "GPX0111", Severity.Warning, "A GPX file holds more than waypoints and routes",
        "They are a plan: Strava reads tracks only, and such an upload has stayed 'still being processed' for ever.",
        "Export the recorded track. A plan belongs into Strava's routes, which no upload can make.")
    {
        Example = """<rte><rtept lat="46.57" lon="8.41"/></rte>, and no <trk>.""",
        Sections = [Docs.Gpx],
    };

    private static readonly ActivityFileRule EmptySegment = new(
        "GPX0112", Severity.Information, "Track segments have points",
        "An empty one is passed over; a program that writes it may have lost the points.",
        "Check that nothing is missing where it stands.")
    {
        Example = "<trkseg></trkseg> between two segments with points.",
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [NotGpx11, NoCreator, OnlyPlan, EmptySegment];

    public static void CheckFacts(GpxFacts facts, int points, FindingCollector findings)
    {
        // What a damaged file lacks besides is noise.
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

        if (points > 0 && facts.EmptySegments.Count > 0)
        {
            findings.Add(EmptySegment, "A track segment has no points.", facts.EmptySegments.First, facts.EmptySegments.Count);
        }
    }

    /// <summary>Of GPX 1.0, whose namespace differs too, one finding is enough.</summary>
    private static void CheckVersion(GpxFacts facts, FindingCollector findings)
    {
        if (facts.Version != Version)
        {
            findings.Add(NotGpx11, facts.Version is null
                ? "The version is missing." : $"The version is '{Shorten(facts.Version)}'.", facts.Root);
        }
        else if (facts.Namespace != Namespace)
        {
            findings.Add(NotGpx11, facts.Namespace is null
                ? "The namespace is missing." : $"The namespace is '{Shorten(facts.Namespace)}'.", facts.Root);
        }
    }

    private static string Shorten(string value)
    {
        if (value.Length > 80)
        {
            return value[..80] + "...";
        }

        return value;
    }
}
