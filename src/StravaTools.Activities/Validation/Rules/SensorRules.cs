using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Sensor values are plausible.</summary>
internal static class SensorRules
{
    /// <summary>Beats per minute. A child reaches 220; values above 250 are interference.</summary>
    private const float MaxHeartRate = 250;

    /// <summary>Beats per minute. The lowest measured in a resting athlete is about 27. Zero means no contact.</summary>
    private const float MinHeartRate = 20;

    /// <summary>Meters. The shore of the Dead Sea is at -430. FIT's raw 0 is -500: a field that was never set.</summary>
    private const float MinAltitude = -500;

    /// <summary>Meters. Mount Everest is 8,849 m high, and gliders and paragliders rarely fly higher.</summary>
    private const float MaxAltitude = 9000;

    private static readonly ActivityFileRule HeartRate = new(
        "GEN0401", Severity.Warning, "Heart rates are plausible",
        "Averages, zones, and relative effort use heart rate; readings from a loose strap distort them.",
        "Remove the values. A point does not need a heart rate.")
    {
        Example = "<ns3:hr>255</ns3:hr>",
    };

    private static readonly ActivityFileRule Altitude = new(
        "GEN0402", Severity.Warning, "Altitudes are between -500 and 9,000 m",
        $"Strava keeps the elevation of a device with a barometer ({Docs.Device}), so one wrong value adds to the total elevation gain.",
        "Remove the values. Strava looks up the elevation if a file has none.")
    {
        Example = "A record whose altitude is 0 as stored: -500 m.",
        Sections = [Docs.Device],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [HeartRate, Altitude];

    public static void CheckActivities(ActivityCheckContext context)
    {
        foreach (var activity in context.Activities)
        {
            CheckHeartRates(activity.Streams, context.Findings);
            CheckAltitudes(activity.Streams, context.Findings);
        }
    }

    private static void CheckHeartRates(ActivityStreams streams, FindingCollector findings)
    {
        PointCounter impossible = default;
        var beats = streams.HeartRate.AsSpan();
        if (!StreamColumns.AnyOutside(beats, MinHeartRate, MaxHeartRate))
        {
            return;
        }

        for (var i = 0; i < beats.Length; i++)
        {
            if (beats[i] > MaxHeartRate || (beats[i] < MinHeartRate && beats[i] != 0))
            {
                impossible.CountPoint(i);
            }
        }

        var example = FormatValue(streams.HeartRate, impossible);
        impossible.Report(findings, HeartRate, streams, "A heart rate is above 250 or below 20 beats per minute.", example);
    }

    private static void CheckAltitudes(ActivityStreams streams, FindingCollector findings)
    {
        PointCounter impossible = default;
        var altitudes = streams.Altitude.AsSpan();
        if (!StreamColumns.AnyOutside(altitudes, float.BitIncrement(MinAltitude), MaxAltitude))
        {
            return;
        }

        for (var i = 0; i < altitudes.Length; i++)
        {
            if (altitudes[i] <= MinAltitude || altitudes[i] > MaxAltitude)
            {
                impossible.CountPoint(i);
            }
        }

        impossible.Report(
            findings, Altitude, streams, "An altitude is not between -500 and 9,000 m.", FormatValue(streams.Altitude, impossible));
    }

    private static string? FormatValue(System.Collections.Immutable.ImmutableArray<float> values, PointCounter points)
    {
        if (points.Count > 0)
        {
            return values[points.First].ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
        }

        return null;
    }
}
