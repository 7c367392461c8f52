using System.Globalization;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.StrengthJson.Rules;

/// <summary>The numbers of a strength JSON are such as they mean.</summary>
internal static class StrengthJsonValueRules
{
    /// <summary>Seconds. The clocks of the world are at most this far from UTC.</summary>
    private const int MaxOffset = 14 * 3600;

    /// <summary>Seconds. All offsets there are, are whole quarters of an hour.</summary>
    private const int OffsetStep = 900;

    private static readonly ActivityFileRule Negative = new(
        "JSN0110", Severity.Warning, "Times, counts and weights are not negative",
        $"They are seconds, kilocalories, repetitions and kilograms ({Docs.Json}), and a workout of less than nothing is shown wrong or refused.",
        "Correct the value, or leave the field out if it is not required.")
    {
        Example = """{ "exercise_type": "PULL_UP_GENERIC", "repetitions": 8, "weight": -20 }""",
        Sections = [Docs.JsonStructure, Docs.JsonSets],
    };

    private static readonly ActivityFileRule Offset = new(
        "JSN0111", Severity.Warning, "utc_offset is an offset that clocks have, in seconds",
        $"Strava shows the local time of the workout by it ({Docs.JsonStructure}).",
        "Write it in seconds, east of Greenwich positive: -28800 is eight hours behind UTC.")
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
            findings.Add(Offset, $"'utc_offset' is {offset}, and no clock is that far from UTC.", location);
        }
    }
}
