using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>What checking a file found: what it is, what is in it, and which rules it breaks.</summary>
public sealed class ActivityFileReport
{
    private readonly Lazy<double?> _distance;

    internal ActivityFileReport(ActivityFile file, IReadOnlyList<Activity> activities, IReadOnlyList<Finding> findings)
    {
        Path = file.Path ?? file.Name;
        Format = file.Format;
        DataType = file.DataType;
        SportType = activities.Select(activity => activity.SportType).FirstOrDefault();
        StartTime = activities.Select(activity => activity.StartTime).FirstOrDefault();
        ElapsedTime = activities.Aggregate((TimeSpan?)null, (sum, activity) => activity.ElapsedTime is { } time ? (sum ?? TimeSpan.Zero) + time : sum);
        PointCount = activities.Sum(activity => activity.Streams.Count);
        Findings = findings;

        // Summing up positions takes as long as all rules, so only who asks pays for it; then the points are let go, for reports are kept.
        _distance = new Lazy<double?>(() => SumKnown(activities.Select(activity => activity.Distance ?? DistanceAnalysis.TotalDistance(activity.Streams))));
    }

    private ActivityFileReport(ActivityFileReport other, IReadOnlyList<Finding> findings)
    {
        Path = other.Path;
        Format = other.Format;
        DataType = other.DataType;
        SportType = other.SportType;
        StartTime = other.StartTime;
        ElapsedTime = other.ElapsedTime;
        _distance = other._distance;
        PointCount = other.PointCount;
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
    public SportType? SportType { get; }

    /// <summary>When the (first) activity began.</summary>
    public DateTimeOffset? StartTime { get; }

    /// <summary>From start to end, pauses included; several sessions are added up.</summary>
    public TimeSpan? ElapsedTime { get; }

    /// <summary>Metres: as the file sums it up, else as its points tell; several sessions are added up.</summary>
    public double? Distance => _distance.Value;

    /// <summary>How many points were recorded.</summary>
    public int PointCount { get; }

    /// <summary>The broken rules, errors first.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The same report with one more finding.</summary>
    internal ActivityFileReport WithFinding(ActivityFileRule rule, string what)
    {
        var finding = new Finding(rule, what, SourceLocation.None, 1);
        return new ActivityFileReport(this, [.. Findings.Append(finding).OrderByDescending(known => known.Severity)]);
    }

    private static double? SumKnown(IEnumerable<double?> values) => values.Aggregate((double?)null, (sum, value) => value is null ? sum : (sum ?? 0) + value);
}
