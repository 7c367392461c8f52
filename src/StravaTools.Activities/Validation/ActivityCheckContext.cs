using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation;

/// <summary>What a check looks at, and where it reports.</summary>
internal sealed class ActivityCheckContext(
    ActivityFileFormat format, IReadOnlyList<Activity> activities, FindingCollector findings, DateTimeOffset? now)
{
    public ActivityFileFormat Format => format;

    public IReadOnlyList<Activity> Activities => activities;

    public FindingCollector Findings => findings;

    /// <summary>The current time; null where nobody told it.</summary>
    public DateTimeOffset? Now => now;
}
