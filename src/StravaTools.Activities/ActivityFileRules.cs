using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>The catalogue of rules.</summary>
public static class ActivityFileRules
{
    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<ActivityFileRule> All => ActivityFormatRegistry.Default.Rules;

    /// <summary>The rules whose id matches a pattern.</summary>
    /// <param name="pattern">An id with the wildcards <c>*</c> and <c>?</c>; case is ignored.</param>
    public static IEnumerable<ActivityFileRule> FindByPattern(string pattern) => All.Where(rule => rule.MatchesPattern(pattern));
}
