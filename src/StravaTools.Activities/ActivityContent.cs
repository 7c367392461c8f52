using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>The activities that were read from a file.</summary>
public sealed class ActivityContent
{
    private readonly FindingCollector _findings;
    private readonly string _path;

    internal ActivityContent(string path, IReadOnlyList<Activity> activities, FindingCollector findings)
    {
        _path = path;
        Activities = activities;
        _findings = findings;
    }

    /// <summary>The activities: one per session of a FIT file, one per activity or course of a TCX file, otherwise one.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>The findings of reading alone; <see cref="ActivityValidator"/> adds those of the other rules.</summary>
    public IReadOnlyList<Finding> Findings => _findings.ToList(_path);

    internal FindingCollector Collector => _findings;
}
