using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>The rules about FIT messages that are not part of an activity.</summary>
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

    /// <summary>Stops at the first error: further findings about a damaged file or a workout plan do not help.</summary>
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
