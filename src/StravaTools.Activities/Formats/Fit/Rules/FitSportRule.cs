using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>A FIT session names its sport.</summary>
internal static class FitSportRule
{
    /// <summary>The change between two sports of a multisport recording, which has no sport type to specify.</summary>
    private const int Transition = 3;

    private static readonly ActivityFileRule Rule = new(
        "FIT0108", Severity.Warning, "Each session message has a sport",
        $"Strava detects the activity type from session.sport and session.sub_sport ({Docs.Fit}).",
        "Specify the sport type in the upload.")
    {
        Remedy = RuleRemedy.NameSportType,
        Example = "A session message whose sport is 255, FIT's value for none.",
        Sections = [Docs.Fit],
    };

    private static readonly ActivityFileRule NoSportType = new(
        "FIT0116", Severity.Information, "The sport of a session has a Strava sport type",
        $"Strava detects the activity type from session.sport and session.sub_sport ({Docs.Fit}), and its list of sport types has no " +
        "counterpart of this sport. The activity may get another sport.",
        "Specify the sport type in the upload.")
    {
        Remedy = RuleRemedy.NameSportType,
        Example = "A session message whose sport is 22: motorcycling.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule, NoSportType];

    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        foreach (var session in content.Sessions)
        {
            if (session.Sport is null)
            {
                findings.Add(Rule, "The session message has no sport.", session.Location);
            }
            else if (session.Sport != Transition)
            {
                CheckSportType(session, findings);
            }
        }
    }

    private static void CheckSportType(FitSession session, FindingCollector findings)
    {
        var sport = FitSports.NameOf(session.Sport, session.SubSport);
        if (FitSportTypes.ParseSport(sport) is null)
        {
            findings.Add(NoSportType, "The sport of a session has no Strava sport type.", session.Location, example: sport);
        }
    }
}
