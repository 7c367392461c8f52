using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Tcx.Rules;

/// <summary>What Strava wants of a TCX file besides its points.</summary>
internal static class TcxRules
{
    private const string Namespace = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";

    private static readonly ActivityFileRule NotVersion2 = new(
        "TCX0110", Severity.Warning, "A TCX file is version 2: its namespace",
        $"Strava supports version 2 as defined by Garmin ({Docs.Tcx}); other files are read by luck.",
        "Write <TrainingCenterDatabase xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\">.")
    {
        Remedy = RuleRemedy.RepairFile,
        Example = """<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v1">""",
        Sections = [Docs.Tcx],
    };

    private static readonly ActivityFileRule UnmappedSport = new(
        "TCX0111", Severity.Warning, "The Sport of a TCX activity is one that Strava maps",
        $"Strava maps biking, running, hiking, walking and swimming, and no other ({Docs.Tcx}); the activity lands as the athlete's default sport.",
        "Name the sport type with the upload.")
    {
        Remedy = RuleRemedy.NameSportType,
        Example = """<Activity Sport="Other">""",
        Sections = [Docs.Tcx],
    };

    private static readonly ActivityFileRule NoCreator = new(
        "TCX0112", Severity.Information, "A TCX activity names its creator",
        $"Strava detects the device from <Creator><Name> ({Docs.Device}), and shows none without it.",
        "Nothing, unless you make the program: then write <Creator> with the name of the device.")
    {
        Example = "An <Activity> without <Creator>.",
        Sections = [Docs.Device, Docs.DeviceMapping],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [NotVersion2, UnmappedSport, NoCreator];

    public static void CheckFacts(TcxFacts facts, FindingCollector findings)
    {
        // What a damaged file lacks besides is noise.
        if (findings.HasErrors)
        {
            return;
        }

        if (facts.Namespace != Namespace)
        {
            findings.Add(NotVersion2, facts.Namespace is null
                ? "The namespace is missing." : "The namespace is another.", facts.Root, example: facts.Namespace);
        }

        foreach (var (sport, creator, location) in facts.Activities)
        {
            if (TcxSports.ParseSport(sport) is null)
            {
                findings.Add(UnmappedSport, sport is null
                    ? "An activity has no Sport." : "The Sport of an activity is not mapped.", location, example: sport);
            }

            if (string.IsNullOrWhiteSpace(creator))
            {
                findings.Add(NoCreator, "An activity has no creator.", location);
            }
        }
    }
}
