using System.IO.Enumeration;
using StravaTools.Activities.Formats.Fit.Rules;
using StravaTools.Activities.Formats.Gpx.Rules;
using StravaTools.Activities.Formats.StrengthJson.Rules;
using StravaTools.Activities.Formats.Tcx.Rules;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Rules;

namespace StravaTools.Activities;

/// <summary>The catalogue of rules. A new rule is a file under Rules, and its family a line here.</summary>
public static class ActivityFileRules
{
    /// <summary>Every rule there is, by id.</summary>
    public static IReadOnlyList<ActivityFileRule> All { get; } =
    [
        .. new IReadOnlyList<ActivityFileRule>[]
        {
            FileRules.All,
            FileSizeRule.All,
            FileNameRules.All,
            DuplicateRules.All,
            PointsRule.All,
            PointTimeRule.All,
            TimeLineRules.All,
            DateRules.All,
            DuplicatePointsRule.All,
            PositionRules.All,
            SpeedRules.All,
            SensorRules.All,
            DistanceRule.All,
            LapRules.All,
            ElapsedTimeRule.All,
            XmlRules.All,
            BarometerRules.All,
            GpxRules.All,
            GpxExtensionRules.All,
            TcxRules.All,
            TcxExtensionRules.All,
            FitIntegrityRule.All,
            FitRecordStreamRule.All,
            FitFileTypeRule.All,
            FitFileIdRules.All,
            FitSetTimesRule.All,
            FitSetSportRule.All,
            FitSessionRule.All,
            FitSportRule.All,
            StrengthJsonRules.All,
            StrengthJsonValueRules.All,
            StrengthJsonNameRules.All,
        }.SelectMany(rules => rules).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>The rules whose id a pattern matches.</summary>
    /// <param name="pattern">An id, with <c>*</c> and <c>?</c> as wildcards; upper and lower case are the same.</param>
    public static IEnumerable<ActivityFileRule> FindByPattern(string pattern) => All.Where(rule => Matches(rule, pattern));

    internal static bool Matches(ActivityFileRule rule, IReadOnlyList<string> patterns) => patterns.Any(pattern => Matches(rule, pattern));

    private static bool Matches(ActivityFileRule rule, string pattern) => FileSystemName.MatchesSimpleExpression(pattern, rule.Id, ignoreCase: true);
}
