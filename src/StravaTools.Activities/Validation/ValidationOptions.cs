using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation;

/// <summary>Which rules to check, and what they need to know.</summary>
public sealed record ValidationOptions
{
    private HashSet<string>? _selected;

    /// <summary>All rules, and nothing known of the time.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>The rules to check: ids, <c>*</c> and <c>?</c> as wildcards. Empty for all.</summary>
    public IReadOnlyList<string> IncludedRules { get; init; } = [];

    /// <summary>The rules to leave out: ids, <c>*</c> and <c>?</c> as wildcards. It wins over <see cref="IncludedRules"/>.</summary>
    public IReadOnlyList<string> ExcludedRules { get; init; } = [];

    /// <summary>The least severity that counts: rules below it are not checked.</summary>
    public Severity MinimumSeverity { get; init; } = Severity.Information;

    /// <summary>The current time, for what lies in the future; null not to check that.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>What a gzip may unpack to, where the files are read by what checks them.</summary>
    public ActivityFileLimits Limits { get; init; } = ActivityFileLimits.Default;

    /// <summary>Whether a rule is to be checked.</summary>
    public bool Selects(ActivityFileRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return (_selected ??= Select()).Contains(rule.Id);
    }

    private HashSet<string> Select() => ActivityFileRules.All
        .Where(rule => rule.Severity >= MinimumSeverity
            && (IncludedRules.Count == 0 || ActivityFileRules.Matches(rule, IncludedRules))
            && !ActivityFileRules.Matches(rule, ExcludedRules))
        .Select(rule => rule.Id)
        .ToHashSet(StringComparer.Ordinal);
}
