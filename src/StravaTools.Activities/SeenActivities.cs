using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Rules;

namespace StravaTools.Activities;

/// <summary>
/// Finds activities that occur twice among the files of one call. It keeps a few words per file, and is not thread-safe. Pass the reports
/// in the order of the files.
/// </summary>
/// <param name="options">Which rules are checked.</param>
public sealed class SeenActivities(ValidationOptions options)
{
    private readonly Dictionary<string, string> _byContent = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<(string? Sport, string Path)>> _byStart = [];

    /// <summary>Adds a finding if an earlier file contains the same activity, and remembers this file.</summary>
    /// <param name="report">The report of the file.</param>
    /// <param name="sha256">The hash of its uncompressed bytes (<see cref="ActivityFile.Sha256"/>).</param>
    /// <returns>The report, with the finding if there is one.</returns>
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

        return (DuplicateRules.SameContent, $"The file has the same content as '{_byContent[sha256]}'.");
    }

    private (ActivityFileRule Rule, string What)? FindActivity(ActivityFileReport report)
    {
        if (report.StartTime is not { } start || !report.IsValid)
        {
            return null;
        }

        // To the second: FIT rounds off the fractions that GPX has.
        var second = start.ToUnixTimeSeconds();
        var sport = report.SportType?.Name;
        if (!_byStart.TryGetValue(second, out var known))
        {
            known = _byStart[second] = [];
        }

        var same = known.Find(other => other.Sport is null || sport is null || other.Sport == sport);
        known.Add((sport, report.Path));
        if (same.Path is null)
        {
            return null;
        }

        return (DuplicateRules.SameActivity, $"'{same.Path}' contains an activity with the same start time and sport.");
    }
}
