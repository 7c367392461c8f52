using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>The result of checking a file: its format, a summary of its content, and the rules that it breaks.</summary>
public sealed class ActivityFileReport
{
    internal ActivityFileReport(ActivityFile file, IReadOnlyList<Activity> activities, IReadOnlyList<Finding> findings)
    {
        Path = file.Path ?? file.Name;
        Format = file.Format;
        DataType = file.DataType;
        Findings = findings;
        if (activities is [var first, ..])
        {
            SportType = first.SportType ?? file.FormatInfo?.DefaultSportType;
            StartTime = first.StartTime;
        }

        // Computed at once: callers keep reports, and a report must not keep the points.
        foreach (var activity in activities)
        {
            PointCount += activity.Streams.Count;
            ElapsedTime = SumKnown(ElapsedTime, activity.ElapsedTime);
            Distance = SumKnown(Distance, activity.Distance ?? DistanceAnalysis.TotalDistance(activity.Streams));
        }
    }

    private ActivityFileReport(ActivityFileReport other, IReadOnlyList<Finding> findings)
    {
        Path = other.Path;
        Format = other.Format;
        DataType = other.DataType;
        SportType = other.SportType;
        StartTime = other.StartTime;
        ElapsedTime = other.ElapsedTime;
        Distance = other.Distance;
        PointCount = other.PointCount;
        Findings = findings;
    }

    /// <summary>The path of the file; its name if it was read from memory.</summary>
    public string Path { get; }

    /// <summary>The format of the content; null if Strava accepts no such format.</summary>
    public ActivityFileFormat? Format { get; }

    /// <summary>Strava's <c>data_type</c> for the file; null if the format is unknown.</summary>
    public string? DataType { get; }

    /// <summary>True if no finding is an Error: the file can be sent.</summary>
    public bool IsValid => Findings.All(finding => finding.Severity != Severity.Error);

    /// <summary>
    /// Strava's sport type of the first activity; null if Strava's documents map none. A strength workout does not name its sport, and is
    /// sent as WeightTraining.
    /// </summary>
    public SportType? SportType { get; }

    /// <summary>The start of the first activity.</summary>
    public DateTimeOffset? StartTime { get; }

    /// <summary>The time from start to end, including pauses; the sum of all sessions.</summary>
    public TimeSpan? ElapsedTime { get; }

    /// <summary>The distance in meters by the summary of the file, or else by its points; the sum of all sessions.</summary>
    public double? Distance { get; }

    /// <summary>The number of recorded points.</summary>
    public int PointCount { get; }

    /// <summary>The broken rules, errors first.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The same report with one more finding.</summary>
    internal ActivityFileReport WithFinding(ActivityFileRule rule, string what)
    {
        var finding = new Finding(rule, what, SourceLocation.None, 1) { Path = Path };
        return new ActivityFileReport(this, [.. Findings.Append(finding).OrderByDescending(known => known.Severity)]);
    }

    /// <summary>The sum of the known values; null if none is known.</summary>
    private static double? SumKnown(double? sum, double? value) => sum + value ?? sum ?? value;

    private static TimeSpan? SumKnown(TimeSpan? sum, TimeSpan? value) => sum + value ?? sum ?? value;
}
