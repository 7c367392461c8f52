using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>A FIT session names its sport.</summary>
internal static class FitSportRule
{
    private static readonly ActivityFileRule Rule = new(
        "FIT0108", Severity.Warning, "Each session message has a sport",
        $"Strava detects the activity type from session.sport and session.sub_sport ({Docs.Fit}).",
        "Specify the sport type in the upload.")
    {
        Remedy = RuleRemedy.NameSportType,
        Example = "A session message whose sport is 255, FIT's value for none.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        foreach (var session in content.Sessions.Where(session => session.Sport is null))
        {
            findings.Add(Rule, "The session message has no sport.", session.Location);
        }
    }
}
