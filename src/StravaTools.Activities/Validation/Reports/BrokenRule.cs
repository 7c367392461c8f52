namespace StravaTools.Activities.Validation.Reports;

/// <summary>A rule that files break.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="FindingCount">The number of its findings.</param>
/// <param name="FileCount">The number of files that break it.</param>
internal sealed record BrokenRule(ActivityFileRule Rule, int FindingCount, int FileCount);
