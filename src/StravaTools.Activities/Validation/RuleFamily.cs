namespace StravaTools.Activities.Validation;

/// <summary>Rules that are registered together, with the check that finds what breaks them.</summary>
/// <param name="Rules">The rules.</param>
internal sealed record RuleFamily(params IReadOnlyList<ActivityFileRule> Rules)
{
    /// <summary>Checks the activities of a file that was read without errors; null if reading itself checks the rules.</summary>
    public Action<ActivityCheckContext>? CheckActivities { get; init; }

    /// <summary>Checks a file before it is read; null if the rules are about its activities.</summary>
    public Action<FileFacts, FindingCollector>? CheckFile { get; init; }
}
