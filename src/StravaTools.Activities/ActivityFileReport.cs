using StravaTools.Activities.Analysis;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>What checking a file found: what it is, what is in it, and which rules it breaks.</summary>
public sealed class ActivityFileReport
{
    internal ActivityFileReport(ActivityFile file, IReadOnlyList<Activity> activities, IReadOnlyList<Finding> findings)
    {
        Path = file.Path ?? file.Name;
        Format = file.Format;
        DataType = file.DataType;
        Findings = findings;
        Activities = activities;
    }

    private ActivityFileReport(ActivityFileReport other, IReadOnlyList<Finding> findings)
    {
        Path = other.Path;
        Format = other.Format;
        DataType = other.DataType;
        Activities = other.Activities;
        Findings = findings;
    }

    /// <summary>Where the file is; its name if it came from memory.</summary>
    public string Path { get; }

    /// <summary>The format its content has; null if it is none that Strava takes.</summary>
    public ActivityFileFormat? Format { get; }

    /// <summary>Strava's data_type for it.</summary>
    public string? DataType { get; }

    /// <summary>True if no finding is an Error: the file can be sent.</summary>
    public bool IsValid => Findings.All(finding => finding.Severity != Severity.Error);

    /// <summary>Strava's sport type of the (first) activity, where the file tells one that Strava maps.</summary>
    public SportType? SportType => Activities.Select(activity => activity.SportType).FirstOrDefault();

    /// <summary>When the (first) activity began.</summary>
    public DateTimeOffset? StartTime => Activities.Select(activity => activity.StartTime).FirstOrDefault();

    /// <summary>From start to end, pauses included; several sessions are added up.</summary>
    public TimeSpan? ElapsedTime => Activities.Any(activity => activity.ElapsedTime is not null)
        ? Activities.Aggregate(TimeSpan.Zero, (sum, activity) => sum + (activity.ElapsedTime ?? TimeSpan.Zero))
        : null;

    /// <summary>Metres: as the file sums it up, else as its points tell; several sessions are added up.</summary>
    public double? Distance => Activities.Any(activity => DistanceOf(activity) is not null) ? Activities.Sum(DistanceOf) : null;

    /// <summary>How many points were recorded.</summary>
    public int PointCount => Activities.Sum(activity => activity.Streams.Count);

    /// <summary>The broken rules, errors first.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    internal IReadOnlyList<Activity> Activities { get; }

    /// <summary>The same report with one more finding.</summary>
    internal ActivityFileReport With(ActivityFileRule rule, string what)
    {
        var finding = new Finding(rule, what, SourceLocation.None, 1);
        return new ActivityFileReport(this, [.. Findings.Append(finding).OrderByDescending(known => known.Severity)]);
    }

    private static double? DistanceOf(Activity activity) => activity.Distance ?? DistanceAnalysis.Total(activity.Streams);
}
