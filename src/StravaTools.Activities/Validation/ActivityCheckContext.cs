using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation;

/// <summary>The input of a check, and the collector of its findings.</summary>
internal sealed class ActivityCheckContext(IReadOnlyList<Activity> activities, FindingCollector findings, DateTimeOffset? now)
{
    public ImmutableArray<Activity> Activities { get; } = [.. activities];

    public FindingCollector Findings => findings;

    /// <summary>The current time; null if the caller did not provide it.</summary>
    public DateTimeOffset? Now => now;
}
