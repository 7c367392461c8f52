namespace StravaTools.Activities.Validation;

/// <summary>Gathers findings: one a rule, with the first place and a count, so that a thousand bad points are one line.</summary>
internal sealed class FindingCollector
{
    private readonly Dictionary<string, (ActivityFileRule Rule, string What, SourceLocation Location, int Count)> _byRule = new(StringComparer.Ordinal);

    public bool HasErrors => _byRule.Values.Any(found => found.Rule.Severity == Severity.Error);

    public bool Has(ActivityFileRule rule) => _byRule.ContainsKey(rule.Id);

    /// <param name="rule">The broken rule.</param>
    /// <param name="what">What was found, as a sentence.</param>
    /// <param name="location">Where it was found first.</param>
    /// <param name="count">How often.</param>
    public void Add(ActivityFileRule rule, string what, SourceLocation location = default, int count = 1)
    {
        if (_byRule.TryGetValue(rule.Id, out var found))
        {
            _byRule[rule.Id] = found with { Count = found.Count + count };
        }
        else
        {
            _byRule.Add(rule.Id, (rule, what, location, count));
        }
    }

    public IReadOnlyList<Finding> ToList() =>
        [.. _byRule.Values
            .Select(found => new Finding(found.Rule, found.What, found.Location, found.Count))
            .OrderByDescending(finding => finding.Severity)];
}
