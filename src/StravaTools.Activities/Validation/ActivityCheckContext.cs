using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation;

/// <summary>What a check looks at, and where it reports.</summary>
internal sealed class ActivityCheckContext(IReadOnlyList<Activity> activities, FindingCollector findings, DateTimeOffset? now)
{
    public IReadOnlyList<Activity> Activities => activities;

    public FindingCollector Findings => findings;

    /// <summary>The current time; null if the caller did not provide it.</summary>
    public DateTimeOffset? Now => now;
}
