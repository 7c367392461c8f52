using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>Every byte of a FIT file's data belongs to a message that can be read.</summary>
internal static class FitRecordStreamRule
{
    public static readonly ActivityFileRule Rule = new(
        "FIT0104", Severity.Error, "Every message of a FIT file can be read",
        $"Strava follows the FIT SDK ({Docs.Fit}). Every byte after this point could be misread.",
        "Export the file again. If you make the program, compare the definition message at this point with the data after it.")
    {
        IsBrokenByTruncation = true,
        Example = "A data message of the local type 5, which no definition message defines.",
        Sections = [Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        if (content.HasTooManySessions)
        {
            findings.Add(Rule, $"There are more than {FitContent.MaxSessions} session messages; the rest was not read.");
        }
    }
}
