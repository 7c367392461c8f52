using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>A file that breaks a rule, and a similar file that does not.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Breaks">The file that breaks it.</param>
/// <param name="Keeps">The file that does not.</param>
internal sealed record RuleCase(string RuleId, ActivityFile Breaks, ActivityFile Keeps)
{
    /// <summary>How often it is broken.</summary>
    public int Count { get; init; } = 1;

    /// <summary>False if the finding concerns the complete file and has no place in it.</summary>
    public bool HasPlace { get; init; } = true;

    /// <summary>A part of the message.</summary>
    public string MessagePart { get; init; } = "";
}

/// <summary>At least one case for each rule.</summary>
internal static class RuleCases
{
    /// <summary>The current time of the checks.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<RuleCase> All { get; } =
        [.. FileCases.All, .. PointCases.All, .. SummaryCases.All, .. GpxCases.All, .. TcxCases.All, .. FitCases.All,
            .. StrengthJsonCases.All];

    public static TheoryData<string, int> Rows
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var group in All.GroupBy(known => known.RuleId, StringComparer.Ordinal))
            {
                for (var i = 0; i < group.Count(); i++)
                {
                    rows.Add(group.Key, i);
                }
            }

            return rows;
        }
    }

    public static RuleCase Get(string ruleId, int index) => All.Where(known => known.RuleId == ruleId).ElementAt(index);

    public static ActivityFileReport Validate(ActivityFile file) =>
        ActivityValidator.Validate(file, new ValidationOptions { Now = Now }, TestContext.Current.CancellationToken);
}
