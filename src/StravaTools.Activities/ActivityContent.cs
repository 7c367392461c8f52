using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>What a reader made of a file.</summary>
public sealed class ActivityContent
{
    private readonly FindingCollector _findings;

    internal ActivityContent(IReadOnlyList<Activity> activities, FindingCollector findings)
    {
        Activities = activities;
        _findings = findings;
    }

    /// <summary>The activities: one a session for FIT, one a track for GPX is not split off: a GPX or TCX file is one activity.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>What reading alone found to be wrong; <see cref="ActivityValidator"/> adds what the rules find.</summary>
    public IReadOnlyList<Finding> Findings => _findings.ToList();

    internal FindingCollector Collector => _findings;
}
