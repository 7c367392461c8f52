using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Tcx.Rules;

/// <summary>Strava's requirements for a TCX file other than its points.</summary>
internal static class TcxRules
{
    private const string Namespace = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";

    private static readonly ActivityFileRule NotVersion2 = new(
        "TCX0110", Severity.Information, "The namespace is that of TCX version 2",
        $"Strava supports version 2 as defined by Garmin ({Docs.Tcx}). It does not document how it treats other versions.",
        "No action is needed. If you make the program, write <TrainingCenterDatabase " +
        "xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\">; a repair writes it, too.")
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
        Example = """<Activity Sport="Rowing">""",
        Sections = [Docs.Tcx],
    };

    private static readonly ActivityFileRule OtherSport = new(
        "TCX0116", Severity.Information, "A TCX activity names its sport",
        $"The Sport is Other, which does not name a sport. Strava supports only the words that name one ({Docs.Tcx}). The activity may " +
        "get the athlete's default sport.",
        "Specify the sport type in the upload.")
    {
        Remedy = RuleRemedy.NameSportType,
        Example = """<Activity Sport="Other">""",
        Sections = [Docs.Tcx],
    };

    private static readonly ActivityFileRule NoCreator = new(
        "TCX0112", Severity.Information, "A TCX activity names its creator",
        $"Strava detects the device from <Creator><Name> ({Docs.Device}). Without it, Strava cannot show the device.",
        "No action is needed unless you develop the program. In that case, write <Creator> with the name of the device.")
    {
        Example = "An <Activity> without <Creator>.",
        Sections = [Docs.Device, Docs.DeviceMapping],
    };

    private static readonly ActivityFileRule ImpossibleTotal = new(
        "TCX0118", Severity.Warning, "The totals of a TCX lap are possible",
        $"Strava uses the TotalTimeSeconds, DistanceMeters, and Calories of a lap ({Docs.Tcx}). It does not document how it treats a " +
        "negative or absurdly large value.",
        "Correct the value.")
    {
        Example = "<TotalTimeSeconds>-12.0</TotalTimeSeconds>",
        Sections = [Docs.Tcx],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [NotVersion2, UnmappedSport, OtherSport, NoCreator, ImpossibleTotal];

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

        foreach (var (name, location, count) in facts.ImpossibleTotals.All)
        {
            findings.Add(ImpossibleTotal, $"A value of '{name}' is negative or absurdly large.", location, count);
        }

        foreach (var (sport, creator, location) in facts.Activities)
        {
            CheckSport(sport, location, findings);

            if (string.IsNullOrWhiteSpace(creator))
            {
                findings.Add(NoCreator, "An activity has no creator.", location);
            }
        }
    }

    private static void CheckSport(string? sport, SourceLocation location, FindingCollector findings)
    {
        if (sport is null)
        {
            findings.Add(UnmappedSport, "An activity has no Sport.", location);
        }
        else if (TcxSports.IsOther(sport))
        {
            findings.Add(OtherSport, "The Sport of an activity is Other.", location);
        }
        else if (TcxSports.ParseSport(sport) is null)
        {
            findings.Add(UnmappedSport, "Strava does not support the Sport of an activity.", location, example: sport);
        }
    }
}
