using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>Every byte of a FIT file's data belongs to a message that can be read.</summary>
internal static class FitRecordStreamRule
{
    public static readonly ActivityFileRule Rule = new(
        "FIT0104", Severity.Error, "The records of a FIT file can be read in step",
        $"Strava goes by the FIT SDK ({Docs.Fit}), which gives up at this point: every byte after it may be misread.",
        "Export the file again. If a program wrote it, a definition message there disagrees with the data that follows it.")
    {
        Example = "A data message of the local type 5, which no definition message defines.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        if (content.HasTooManySessions)
        {
            findings.Add(Rule, $"There are more than {FitContent.MaxSessions} session messages; the rest is not read.");
        }
    }
}
