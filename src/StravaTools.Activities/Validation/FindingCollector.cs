using System.Runtime.InteropServices;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation;

/// <summary>Gathers findings. The same fault of the same rule is one finding with its first place and a count, so that a thousand bad points are one line.</summary>
/// <param name="options">Which rules count; a rule that does not is passed over in silence.</param>
internal sealed class FindingCollector(ValidationOptions options)
{
    /// <summary>Some parsers put into their message what they found, and that may be the whole file.</summary>
    private const int LongestText = 500;

    private readonly Dictionary<(string RuleId, string What), Entry> _entries = [];

    /// <summary>Of all rules.</summary>
    public FindingCollector()
        : this(ValidationOptions.Default)
    {
    }

    public bool HasErrors => _entries.Values.Any(entry => entry.Rule.Severity == Severity.Error);

    public bool Contains(ActivityFileRule rule) => _entries.Keys.Any(key => key.RuleId == rule.Id);

    /// <summary>Whether it is worth looking for what breaks the rule.</summary>
    public bool IsSelected(ActivityFileRule rule) => options.Selects(rule);

    /// <param name="rule">The broken rule.</param>
    /// <param name="what">What was found, as a sentence. Equal sentences are counted together, so it holds no value that differs from point to point.</param>
    /// <param name="location">Where it was found; the first place is kept.</param>
    /// <param name="count">How often.</param>
    /// <param name="example">The offending value; the first is shown.</param>
    public void Add(ActivityFileRule rule, string what, SourceLocation location = default, int count = 1, string? example = null)
    {
        if (!IsSelected(rule))
        {
            return;
        }

        what = what.Length > LongestText ? what[..LongestText] + "..." : what;
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, (rule.Id, what), out _);
        entry ??= new Entry(rule, what, location, example);
        entry.Count += count;
    }

    /// <summary>A collector with the same findings, to which more can be added without changing this one.</summary>
    public FindingCollector Copy()
    {
        var copy = new FindingCollector(options);
        foreach (var (key, entry) in _entries)
        {
            copy._entries.Add(key, entry with { });
        }

        return copy;
    }

    public IReadOnlyList<Finding> ToList() =>
        [.. _entries.Values
            .Select(entry => new Finding(entry.Rule, entry.Text, entry.Location, entry.Count))
            .OrderByDescending(finding => finding.Severity)];

    private sealed record Entry(ActivityFileRule Rule, string What, SourceLocation Location, string? Example)
    {
        private const int LongestExample = 60;

        public int Count { get; set; }

        public string Text => Example is null ? What
            : $"{What} First: '{(Example.Length > LongestExample ? Example[..LongestExample] + "..." : Example)}'.";
    }
}
