using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Rules;

namespace StravaTools.Activities;

/// <summary>
/// The activities that were checked in one call: finds those that come twice. It keeps a few words a file and is for one thread; hand it the
/// reports in the order of the files.
/// </summary>
/// <param name="options">Which rules count.</param>
public sealed class SeenActivities(ValidationOptions options)
{
    private readonly Dictionary<string, string> _byContent = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<(string? Sport, string Path)>> _byStart = [];

    /// <summary>Adds a finding if an earlier file was the same, and remembers this one.</summary>
    /// <param name="report">What checking the file found.</param>
    /// <param name="sha256">The hash of its uncompressed bytes (<see cref="ActivityFile.Sha256"/>).</param>
    /// <returns>The report, with what was found added.</returns>
    public ActivityFileReport CheckForDuplicate(ActivityFileReport report, string sha256)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(sha256);
        var finding = FindContent(report, sha256) ?? FindActivity(report);
        if (finding is null || !options.Selects(finding.Value.Rule))
        {
            return report;
        }

        return report.WithFinding(finding.Value.Rule, finding.Value.What);
    }

    private (ActivityFileRule Rule, string What)? FindContent(ActivityFileReport report, string sha256)
    {
        if (_byContent.TryAdd(sha256, report.Path) || report.Format is null)
        {
            return null;
        }

        return (DuplicateRules.SameContent, $"The content is that of '{_byContent[sha256]}'.");
    }

    private (ActivityFileRule Rule, string What)? FindActivity(ActivityFileReport report)
    {
        if (report.StartTime is not { } start || !report.IsValid)
        {
            return null;
        }

        // To the second: GPX has fractions that FIT rounds off.
        var second = start.ToUnixTimeSeconds();
        var sport = report.SportType?.Name;
        var known = _byStart.TryGetValue(second, out var there) ? there : _byStart[second] = [];
        var same = known.Find(other => other.Sport is null || sport is null || other.Sport == sport);
        known.Add((sport, report.Path));
        if (same.Path is null)
        {
            return null;
        }

        return (DuplicateRules.SameActivity, $"An activity of this start time and sport is in '{same.Path}' too.");
    }
}
