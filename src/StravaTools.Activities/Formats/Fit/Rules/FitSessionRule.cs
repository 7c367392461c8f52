using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>A FIT activity has a session message with its summary.</summary>
internal static class FitSessionRule
{
    private static readonly ActivityFileRule Rule = new(
        "FIT0107", Severity.Warning, "A FIT file has a session message",
        $"Strava reads sport, times, distance, and ascent from it ({Docs.Fit}).",
        "Specify the sport type in the upload, or end the recording on the device and export the file again.")
    {
        Remedy = RuleRemedy.NameSportType,
        Example = "Records with nothing after them: the device did not end the recording.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        if (content.Sessions.Count == 0)
        {
            findings.Add(Rule, "There is no session message in the file.");
        }
    }
}
