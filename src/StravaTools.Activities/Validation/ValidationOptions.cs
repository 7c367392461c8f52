using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation;

/// <summary>The rules to check, and the input of the checks.</summary>
public sealed record ValidationOptions
{
    /// <summary>All rules except those that need the current time.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>The rules to check: ids with the wildcards <c>*</c> and <c>?</c>. Empty for all.</summary>
    public IReadOnlyList<string> IncludedRules { get; init; } = [];

    /// <summary>
    /// The rules to leave out: ids with the wildcards <c>*</c> and <c>?</c>. This takes precedence over <see cref="IncludedRules"/>.
    /// </summary>
    public IReadOnlyList<string> ExcludedRules { get; init; } = [];

    /// <summary>The lowest severity to check for.</summary>
    public Severity MinimumSeverity { get; init; } = Severity.Information;

    /// <summary>The current time, for rules about the future; null to skip these rules.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The limits for unpacking gzip when a check reads the files itself.</summary>
    public ActivityFileLimits Limits { get; init; } = ActivityFileLimits.Default;

    internal bool SelectsAll => MinimumSeverity == Severity.Information && IncludedRules.Count == 0 && ExcludedRules.Count == 0;

    /// <summary>True if a rule is checked.</summary>
    public bool Selects(ActivityFileRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Severity >= MinimumSeverity
            && (IncludedRules.Count == 0 || IncludedRules.Any(rule.MatchesPattern))
            && !ExcludedRules.Any(rule.MatchesPattern);
    }
}
