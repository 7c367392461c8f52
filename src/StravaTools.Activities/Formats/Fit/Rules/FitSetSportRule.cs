using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>The sport of a file with sets supports sets.</summary>
internal static class FitSetSportRule
{
    private static readonly ActivityFileRule Rule = new(
        "FIT0112", Severity.Warning, "FIT sets belong to a sport that supports sets",
        $"Strava supports set messages for WeightTraining, HighIntensityIntervalTraining, Workout, and Crossfit ({Docs.Fit}).",
        "Specify one of these sport types in the upload, such as WeightTraining.")
    {
        Remedy = RuleRemedy.NameSportType,
        Example = "set messages, and a session whose sport is cycling.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    /// <summary>In a multisport file, one such session is enough. A sport without mapping may be one of them.</summary>
    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        if (content.Sets.Count == 0 || content.Sessions.Count == 0)
        {
            return;
        }

        var sports = content.Sessions
            .Select(session => FitSports.NameOf(session.Sport ?? content.Sport.Sport, session.SubSport ?? content.Sport.SubSport))
            .Select(FitSportTypes.ParseSport)
            .ToList();
        if (sports.TrueForAll(sport => sport is { SupportsSets: false }))
        {
            findings.Add(Rule, $"There are set messages, but the sport is {sports[0]}.", content.Sessions[0].Location, content.Sets.Count);
        }
    }
}
