using System.Runtime.InteropServices;
using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Validation;

/// <summary>
/// Collects findings. Equal faults of one rule become one finding with the first place and a count, so a
/// thousand invalid points are one line.
/// </summary>
/// <param name="options">Which rules are checked; findings of other rules are ignored.</param>
internal sealed class FindingCollector(ValidationOptions options)
{
    /// <summary>Some parsers quote what they found in their message, and that may be the complete file.</summary>
    private const int MaxTextLength = 500;

    private const int MaxExampleLength = 60;

    private readonly Dictionary<(string RuleId, string What), Entry> _entries = [];

    /// <summary>Matching patterns costs more than a lookup, and a file may have a fault in each point.</summary>
    private Dictionary<string, bool>? _isSelected;

    /// <summary>Collects findings of all rules.</summary>
    public FindingCollector()
        : this(ValidationOptions.Default)
    {
    }

    public bool HasErrors { get; private set; }

    public bool Contains(ActivityFileRule rule) => _entries.Keys.Any(key => key.RuleId == rule.Id);

    /// <summary>False if findings of the rule are ignored, so the check can be skipped.</summary>
    public bool IsSelected(ActivityFileRule rule)
    {
        if (options.SelectsAll)
        {
            return true;
        }

        _isSelected ??= new(StringComparer.Ordinal);
        ref var isSelected = ref CollectionsMarshal.GetValueRefOrAddDefault(_isSelected, rule.Id, out var isKnown);
        if (!isKnown)
        {
            isSelected = options.Selects(rule);
        }

        return isSelected;
    }

    /// <inheritdoc cref="Add(ActivityFileRule, string, SourceLocation, int, string?)"/>
    public void Add(
        ActivityFileRule rule, InvariantStringHandler what, SourceLocation location = default, int count = 1, string? example = null) =>
        Add(rule, what.ToStringAndClear(), location, count, example);

    /// <summary>Adds a finding.</summary>
    /// <param name="rule">The broken rule.</param>
    /// <param name="what">
    /// What was found, as a sentence. Equal sentences are counted together, so it contains no value that differs from point to point.
    /// </param>
    /// <param name="location">Where it was found; the first place is kept.</param>
    /// <param name="count">How often it was found.</param>
    /// <param name="example">The value that breaks the rule; the first one is shown.</param>
    public void Add(ActivityFileRule rule, string what, SourceLocation location = default, int count = 1, string? example = null)
    {
        if (!IsSelected(rule))
        {
            return;
        }

        what = MessageText.Shorten(what, MaxTextLength);
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, (rule.Id, what), out _);
        entry ??= new Entry(rule, what, location, example);
        entry.Count += count;
        HasErrors |= rule.Severity == Severity.Error;
    }

    /// <summary>An empty collector for the same rules, for a reading attempt that may be discarded.</summary>
    public FindingCollector CreateEmpty() => new(options);

    /// <summary>Adds the findings of another collector.</summary>
    public void AddAll(FindingCollector other)
    {
        foreach (var entry in other._entries.Values)
        {
            Add(entry.Rule, entry.What, entry.Location, entry.Count, entry.Example);
        }
    }

    /// <summary>A collector with the same findings, to which more can be added without changing this one.</summary>
    public FindingCollector Copy()
    {
        var copy = CreateEmpty();
        copy.AddAll(this);
        return copy;
    }

    /// <param name="path">The path of the file, which each finding contains.</param>
    /// <returns>The findings, errors first.</returns>
    public IReadOnlyList<Finding> ToList(string? path = null)
    {
        if (_entries.Count == 0)
        {
            return [];
        }

        var findings = new Finding[_entries.Count];
        var count = 0;
        foreach (var severity in (ReadOnlySpan<Severity>)[Severity.Error, Severity.Warning, Severity.Information])
        {
            foreach (var entry in _entries.Values)
            {
                if (entry.Rule.Severity == severity)
                {
                    findings[count++] = new Finding(entry.Rule, entry.Text, entry.Location, entry.Count) { Path = path };
                }
            }
        }

        return findings;
    }

    private sealed record Entry(ActivityFileRule Rule, string What, SourceLocation Location, string? Example)
    {
        public int Count { get; set; }

        public string Text
        {
            get
            {
                if (Example is null)
                {
                    return What;
                }

                return $"{What} First: '{MessageText.Shorten(Example, MaxExampleLength)}'.";
            }
        }
    }
}
