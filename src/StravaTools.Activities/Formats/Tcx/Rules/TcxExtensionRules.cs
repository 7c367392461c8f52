using System.Collections.Frozen;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Tcx.Rules;

/// <summary>The extensions of TCX trackpoints hold what Strava reads.</summary>
internal static class TcxExtensionRules
{
    private const string Read =
        $"Of the extensions of a trackpoint Strava reads runcadence and watts, in any case; TCX has no temperature ({Docs.Tcx}).";

    private static readonly ActivityFileRule Lost = new(
        "TCX0113", Severity.Warning, "Power, cadence, heart rate and temperature stand where Strava reads them",
        Read, "Write it as the documented element.")
    {
        Example = "<Extensions><Power>210</Power></Extensions>",
        Sections = [Docs.Tcx],
    };

    private static readonly ActivityFileRule Ignored = new(
        "TCX0114", Severity.Information, "Extensions of trackpoints hold what Strava reads",
        Read, "Nothing: the file is fine, only this will not be seen on Strava.")
    {
        Example = "<Extensions><StrokeRate>28</StrokeRate></Extensions>",
        Sections = [Docs.Tcx],
    };

    private static readonly FrozenDictionary<string, string> Instead = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["power"] = "Strava reads <Watts>",
        ["PowerInWatts"] = "Strava reads <Watts>",
        ["watt"] = "Strava reads <Watts>",
        ["hr"] = "Strava reads <HeartRateBpm><Value>",
        ["HeartRate"] = "Strava reads <HeartRateBpm><Value>",
        ["cad"] = "Strava reads <Cadence>, and <RunCadence> for runs",
        ["BikeCadence"] = "Strava reads <Cadence>",
        ["temp"] = "TCX has no temperature, but GPX has <atemp>",
        ["atemp"] = "TCX has no temperature, but GPX has <atemp>",
        ["temperature"] = "TCX has no temperature, but GPX has <atemp>",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Lost, Ignored];

    public static void CheckElements(UnreadElements elements, FindingCollector findings)
    {
        if (findings.HasErrors)
        {
            return;
        }

        // Speed is among what is read, for Strava computes it from distance and time: nothing is lost.
        foreach (var (name, location, count) in elements.All)
        {
            if (Instead.TryGetValue(name, out var known))
            {
                findings.Add(Lost, $"Strava does not read <{name}>: {known}.", location, count);
            }
            else if (!TcxNames.ReadInExtensions.Contains(name))
            {
                findings.Add(Ignored, $"Strava does not read <{name}>.", location, count);
            }
        }
    }
}
