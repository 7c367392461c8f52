using System.Globalization;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson.Rules;

/// <summary>The numbers of a strength JSON are plausible.</summary>
internal static class StrengthJsonValueRules
{
    /// <summary>Seconds. No time zone is further from UTC.</summary>
    private const int MaxOffset = 14 * 3600;

    /// <summary>Seconds. All time zones are multiples of a quarter of an hour from UTC.</summary>
    private const int OffsetStep = 900;

    private static readonly ActivityFileRule Negative = new(
        "JSN0110", Severity.Warning, "Times, counts, and weights are not negative",
        $"These fields are seconds, kilocalories, repetitions, and kilograms ({Docs.Json}). Strava may refuse a negative value or " +
        "show it incorrectly.",
        "Correct the value, or leave the field out if it is not required.")
    {
        Example = """{ "exercise_type": "PULL_UP_GENERIC", "repetitions": 8, "weight": -20 }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets, Docs.JsonStreams],
    };

    private static readonly ActivityFileRule Offset = new(
        "JSN0111", Severity.Warning, "utc_offset is a real time zone offset in seconds",
        $"Strava shows the local time of the workout with it ({Docs.JsonStructure}).",
        "Write the offset in seconds, positive east of Greenwich: -28800 is UTC-8.")
    {
        Example = """{ "utc_offset": -8 }""",
        Sections = [Docs.JsonStructure],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Negative, Offset];

    public static void CheckNotNegative(string field, double? value, SourceLocation location, FindingCollector findings)
    {
        if (value < 0)
        {
            findings.Add(Negative, $"'{field}' is negative.", location, example: value.Value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static void CheckOffset(int? seconds, SourceLocation location, FindingCollector findings)
    {
        if (seconds is { } offset && (Math.Abs((long)offset) > MaxOffset || offset % OffsetStep != 0))
        {
            findings.Add(Offset, $"'utc_offset' is {offset}, which is not the offset of any time zone.", location);
        }
    }
}
