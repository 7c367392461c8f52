using StravaTools.Activities.Model;
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

    /// <summary>The activities: one a session of a FIT file, one an activity or course of a TCX file, else one.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>What reading alone found to be wrong; <see cref="ActivityValidator"/> adds what the rules find.</summary>
    public IReadOnlyList<Finding> Findings => _findings.ToList();

    internal FindingCollector Collector => _findings;
}
