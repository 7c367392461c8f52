using System.Collections.Frozen;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Gpx.Rules;

/// <summary>Sensor values are in the extensions of GPX, in the elements that Strava documents.</summary>
internal static class GpxExtensionRules
{
    private const string Documented =
        "Strava documents the extensions that it reads: hr, cad, and atemp of Garmin's TrackPointExtension v1; hr, cadence, temp, and " +
        $"distance of Cluetrust; and the general tags heartrate, cadence, distance, and power ({Docs.Gpx}).";

    private static readonly ActivityFileRule Lost = new(
        "GPX0113", Severity.Warning, "Values in GPX use the documented elements",
        Documented, "Write the value as the documented element; sensor values and distance in <extensions> of the track point.")
    {
        Example = "<extensions><PowerInWatts>210</PowerInWatts></extensions>",
        Sections = [Docs.Gpx],
    };

    private static readonly ActivityFileRule Ignored = new(
        "GPX0114", Severity.Information, "GPX track points contain only documented elements",
        Documented, "No action is needed. Strava probably does not show this value.")
    {
        Example = "<extensions><hAcc>4.1</hAcc></extensions>",
        Sections = [Docs.Gpx],
    };

    private static readonly FrozenDictionary<string, string> Instead = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["watts"] = GpxNames.Power,
        ["watt"] = GpxNames.Power,
        ["pwr"] = GpxNames.Power,
        ["PowerInWatts"] = GpxNames.Power,
        ["heart_rate"] = GpxNames.HeartRate,
        ["HeartRateBpm"] = GpxNames.HeartRate,
        ["bpm"] = GpxNames.HeartRate,
        ["pulse"] = GpxNames.HeartRate,
        ["RunCadence"] = GpxNames.Cadence,
        ["rpm"] = GpxNames.Cadence,
        ["temperature"] = GpxNames.TpxTemperature,
        ["airtemp"] = GpxNames.TpxTemperature,
        ["dist"] = GpxNames.Distance,
        ["DistanceMeters"] = GpxNames.Distance,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names under which a program may write a value of a track point; case is ignored.</summary>
    public static FrozenSet<string> NamesOfValues { get; } =
        GpxNames.Numbers.Concat(Instead.Keys).Append(GpxNames.Time).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Lost, Ignored];

    public static void CheckFacts(GpxFacts facts, FindingCollector findings)
    {
        if (findings.HasErrors)
        {
            return;
        }

        foreach (var (name, location, count) in facts.OutsideExtensions.All)
        {
            CheckOutside(name, location, count, findings);
        }

        foreach (var (name, location, count) in facts.Misspelled.All)
        {
            findings.Add(Lost, $"<{name}> must be spelled <{GpxNames.Vocabulary.FindSpelling(name)}>.", location, count);
        }

        foreach (var (name, location, count) in facts.PlainInExtensions.All)
        {
            findings.Add(Lost, $"<{name}> is directly in <extensions>, without a namespace. {DocumentedPlace(name)}", location, count);
        }

        CheckExtensions(facts.InExtensions, findings);
        foreach (var (name, location, count) in facts.InAttributes.All)
        {
            CheckAttribute(name, location, count, findings);
        }
    }

    private static void CheckAttribute(string name, SourceLocation location, int count, FindingCollector findings)
    {
        var (element, attribute) = (name[..name.IndexOf(' ')], name[(name.IndexOf(' ') + 1)..]);
        if (NamesOfValues.Contains(element) || NamesOfValues.Contains(attribute))
        {
            findings.Add(
                Lost, $"A value is in the attribute {attribute} of <{element}>. In GPX, values are the text of elements.", location, count);
        }
        else
        {
            findings.Add(Ignored, $"Strava does not document the attribute {attribute} of <{element}>.", location, count);
        }
    }

    private static void CheckOutside(string name, SourceLocation location, int count, FindingCollector findings)
    {
        if (GpxNames.OfPoint.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } spelling)
        {
            findings.Add(Lost, $"<{name}> must be spelled <{spelling}>.", location, count);
        }
        else if (GpxNames.ReadInExtensions.Contains(name))
        {
            findings.Add(Lost, $"<{name}> is directly in the track point, not in its <extensions>.", location, count);
        }
        else if (Instead.TryGetValue(name, out var known))
        {
            findings.Add(Lost, $"Strava does not document <{name}>; use <{known}> in <extensions>.", location, count);
        }
        else
        {
            findings.Add(Ignored, $"Strava does not document <{name}>.", location, count);
        }
    }

    /// <summary>The extension that a tag belongs to, and the general tag for its value. Temperature has no general tag.</summary>
    private static string DocumentedPlace(string name) => name switch
    {
        GpxNames.TpxHeartRate =>
            $"Strava documents it in the extensions of Garmin and Cluetrust; the general tag is <{GpxNames.HeartRate}>.",
        GpxNames.TpxCadence => $"Strava documents it in Garmin's extension; the general tag is <{GpxNames.Cadence}>.",
        GpxNames.TpxTemperature => "Strava documents it in Garmin's extension.",
        _ => "Strava documents it in Cluetrust's extension.",
    };

    private static void CheckExtensions(UnreadElements elements, FindingCollector findings)
    {
        foreach (var (name, location, count) in elements.All)
        {
            if (Instead.TryGetValue(name, out var known))
            {
                findings.Add(Lost, $"Strava does not document <{name}>; use <{known}>.", location, count);
            }
            else if (!GpxNames.ReadInExtensions.Contains(name))
            {
                findings.Add(Ignored, $"Strava does not document <{name}>.", location, count);
            }
        }
    }
}
