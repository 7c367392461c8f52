using System.Collections.Frozen;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Tcx.Rules;

/// <summary>The values of TCX trackpoints are in the elements that Strava documents.</summary>
internal static class TcxExtensionRules
{
    private const string Documented =
        $"In the extensions of a trackpoint, Strava documents runcadence and watts. TCX has no temperature ({Docs.Tcx}).";

    private static readonly ActivityFileRule Lost = new(
        "TCX0113", Severity.Warning, "Values in TCX use the documented elements",
        $"Values in other elements or in attributes are probably not shown. {Documented}",
        "Write the value as the documented element. For temperature, use GPX or FIT.")
    {
        Example = "<Extensions><Power>210</Power></Extensions>",
        Sections = [Docs.Tcx],
    };

    private static readonly ActivityFileRule Ignored = new(
        "TCX0114", Severity.Information, "TCX trackpoints contain only documented elements",
        Documented, "No action is needed. Strava probably does not show this value.")
    {
        Example = "<Extensions><StrokeRate>28</StrokeRate></Extensions>",
        Sections = [Docs.Tcx],
    };

    private static readonly FrozenDictionary<string, string> Instead = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["power"] = "Strava reads <Watts>",
        ["PowerInWatts"] = "Strava reads <Watts>",
        ["watt"] = "Strava reads <Watts>",
        ["HeartRateBpm"] = "Strava reads <HeartRateBpm><Value>",
        ["hr"] = "Strava reads <HeartRateBpm><Value>",
        ["HeartRate"] = "Strava reads <HeartRateBpm><Value>",
        ["Latitude"] = "Strava reads <LatitudeDegrees>",
        ["Longitude"] = "Strava reads <LongitudeDegrees>",
        ["cad"] = "Strava reads <Cadence>, and <RunCadence> for runs",
        ["BikeCadence"] = "Strava reads <Cadence>",
        ["temp"] = "TCX has no temperature, but GPX has <atemp>",
        ["atemp"] = "TCX has no temperature, but GPX has <atemp>",
        ["temperature"] = "TCX has no temperature, but GPX has <atemp>",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names under which a program may write a value of a trackpoint or lap; case is ignored.</summary>
    public static FrozenSet<string> NamesOfValues { get; } =
        TcxNames.OfTrackpoint.Concat(TcxNames.ReadInExtensions).Concat(TcxNames.NumbersOfLap).Concat(Instead.Keys)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Lost, Ignored];

    public static void CheckFacts(TcxFacts facts, FindingCollector findings)
    {
        if (findings.HasErrors)
        {
            return;
        }

        // Speed is not reported: Strava computes it from distance and time.
        foreach (var (name, location, count) in facts.InExtensions.All)
        {
            if (!TcxNames.ReadInExtensions.Contains(name))
            {
                AddUndocumented(name, location, count, findings);
            }
        }

        foreach (var (name, location, count) in facts.HeartRatesWithoutNumber.All)
        {
            findings.Add(Ignored, $"<{name}> contains text that is not a number.", location, count);
        }

        foreach (var (name, location, count) in facts.OutsideExtensions.All)
        {
            CheckOutside(name, location, count, findings);
        }

        foreach (var (name, location, count) in facts.OutsidePositions.All)
        {
            findings.Add(Lost, $"<{TcxNames.LatitudeDegrees}> is in <{name}>, not in <{TcxNames.Position}>.", location, count);
        }

        foreach (var (name, location, count) in facts.IncompletePositions.All)
        {
            findings.Add(
                Lost, $"<{name}> needs <{TcxNames.LatitudeDegrees}> and <{TcxNames.LongitudeDegrees}>.", location, count);
        }

        foreach (var (name, location, count) in facts.Misspelled.All)
        {
            findings.Add(Lost, $"<{name}> must be spelled <{TcxNames.Vocabulary.FindSpelling(name)}>.", location, count);
        }

        foreach (var (name, location, count) in facts.InAttributes.All)
        {
            CheckAttribute(name, location, count, findings);
        }

        foreach (var (name, location, count) in facts.Wrapped.All)
        {
            findings.Add(Lost, $"<{name}> contains the element <{TcxNames.Value}> instead of text.", location, count);
        }

        foreach (var (name, location, count) in facts.InLaps.All)
        {
            CheckInLap(name, location, count, findings);
        }
    }

    private static void CheckAttribute(string name, SourceLocation location, int count, FindingCollector findings)
    {
        var (element, attribute) = (name[..name.IndexOf(' ')], name[(name.IndexOf(' ') + 1)..]);
        if (element is TcxNames.Position or TcxNames.Value || NamesOfValues.Contains(element) || NamesOfValues.Contains(attribute))
        {
            findings.Add(
                Lost, $"A value is in the attribute {attribute} of <{element}>. In TCX, values are the text of elements.", location, count);
        }
        else
        {
            findings.Add(Ignored, $"Strava does not document the attribute {attribute} of <{element}>.", location, count);
        }
    }

    private static void CheckInLap(string name, SourceLocation location, int count, FindingCollector findings)
    {
        var spelling = TcxNames.NumbersOfLap.Single(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        findings.Add(Lost, $"<{name}> must be spelled <{spelling}>.", location, count);
    }

    private static void CheckOutside(string name, SourceLocation location, int count, FindingCollector findings)
    {
        if (name == TcxNames.HeartRateBpm)
        {
            findings.Add(Lost, $"<{name}> contains text instead of the element <{TcxNames.Value}>.", location, count);
        }
        else if (FindSpelling(name) is { } spelling)
        {
            findings.Add(Lost, $"<{name}> must be spelled <{spelling}>.", location, count);
        }
        else if (TcxNames.ReadInExtensions.Contains(name))
        {
            var rule = name.Equals(TcxNames.Speed, StringComparison.OrdinalIgnoreCase) ? Ignored : Lost;
            findings.Add(rule, $"<{name}> is directly in the trackpoint, not in its <Extensions>.", location, count);
        }
        else
        {
            AddUndocumented(name, location, count, findings);
        }
    }

    private static string? FindSpelling(string name) =>
        TcxNames.OfTrackpoint.Append(TcxNames.Value).FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static void AddUndocumented(string name, SourceLocation location, int count, FindingCollector findings)
    {
        if (Instead.TryGetValue(name, out var known))
        {
            findings.Add(Lost, $"Strava does not document <{name}>: {known}.", location, count);
        }
        else
        {
            findings.Add(Ignored, $"Strava does not document <{name}>.", location, count);
        }
    }
}
