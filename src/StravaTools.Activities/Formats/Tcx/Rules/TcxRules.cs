using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Tcx.Rules;

/// <summary>Strava's requirements for a TCX file other than its points.</summary>
internal static class TcxRules
{
    private const string Namespace = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";

    private static readonly ActivityFileRule NotVersion2 = new(
        "TCX0110", Severity.Warning, "The namespace is that of TCX version 2",
        $"Strava supports version 2 as defined by Garmin ({Docs.Tcx}). It does not document how it treats other versions.",
        "Write <TrainingCenterDatabase xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\">.")
    {
        Remedy = RuleRemedy.RepairFile,
        Example = """<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v1">""",
        Sections = [Docs.Tcx],
    };

    private static readonly ActivityFileRule UnmappedSport = new(
        "TCX0111", Severity.Warning, "Strava supports the sport of a TCX activity",
        $"Strava supports biking, running, hiking, walking, and swimming in TCX, and no other sport ({Docs.Tcx}). The activity may get " +
        "the athlete's default sport.",
        "Specify the sport type in the upload.")
    {
        Remedy = RuleRemedy.NameSportType,
        Example = """<Activity Sport="Other">""",
        Sections = [Docs.Tcx],
    };

    private static readonly ActivityFileRule NoCreator = new(
        "TCX0112", Severity.Information, "A TCX activity names its creator",
        $"Strava detects the device from <Creator><Name> ({Docs.Device}). Without it, Strava cannot show the device.",
        "No action is needed unless you make the program: then write <Creator> with the name of the device.")
    {
        Example = "An <Activity> without <Creator>.",
        Sections = [Docs.Device, Docs.DeviceMapping],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [NotVersion2, UnmappedSport, NoCreator];

    public static void CheckFacts(TcxFacts facts, FindingCollector findings)
    {
        // Further findings about a damaged file do not help.
        if (findings.HasErrors)
        {
            return;
        }

        if (facts.Namespace != Namespace)
        {
            var what = facts.Namespace is null ? "The namespace is missing." : "The namespace is not that of TCX version 2.";
            findings.Add(NotVersion2, what, facts.Root, example: facts.Namespace);
        }

        foreach (var (sport, creator, location) in facts.Activities)
        {
            if (TcxSports.ParseSport(sport) is null)
            {
                var what = sport is null ? "An activity has no Sport." : "Strava does not support the Sport of an activity.";
                findings.Add(UnmappedSport, what, location, example: sport);
            }

            if (string.IsNullOrWhiteSpace(creator))
            {
                findings.Add(NoCreator, "An activity has no creator.", location);
            }
        }
    }
}
