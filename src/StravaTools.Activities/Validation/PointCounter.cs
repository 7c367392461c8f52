using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Validation;

/// <summary>Counts the points that break a rule and keeps the first. A loop over points allocates nothing.</summary>
internal struct PointCounter
{
    public int Count { get; private set; }

    public int First { get; private set; }

    public void CountPoint(int point)
    {
        if (Count++ == 0)
        {
            First = point;
        }
    }

    /// <inheritdoc cref="Report(FindingCollector, ActivityFileRule, ActivityStreams, string, string?)"/>
    public readonly void Report(FindingCollector findings, ActivityFileRule rule, ActivityStreams streams, InvariantStringHandler what) =>
        Report(findings, rule, streams, what.ToStringAndClear());

    /// <summary>Reports the counted points at the first of them; nothing if the count is 0.</summary>
    public readonly void Report(
        FindingCollector findings, ActivityFileRule rule, ActivityStreams streams, string what, string? example = null)
    {
        if (Count > 0)
        {
            var location = First < streams.Locations.Length ? streams.Locations[First] : SourceLocation.None;
            findings.Add(rule, what, location, Count, example);
        }
    }
}
