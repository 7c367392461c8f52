using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>The rules that need to see FIT messages which no activity shows.</summary>
internal static class FitRules
{
    private static readonly Action<FitContent, FindingCollector>[] Checks =
    [
        FitRecordStreamRule.CheckContent,
        FitFileTypeRule.CheckContent,
        FitFileIdRules.CheckContent,
        FitSetTimesRule.CheckContent,
        FitSetSportRule.CheckContent,
        FitSessionRule.CheckContent,
        FitSportRule.CheckContent,
    ];

    /// <summary>Goes no further than the first error: what a damaged file or a workout plan lacks besides is noise.</summary>
    public static void CheckContent(FitContent content, FindingCollector findings)
    {
        foreach (var check in Checks)
        {
            if (!findings.HasErrors)
            {
                check(content, findings);
            }
        }
    }
}
