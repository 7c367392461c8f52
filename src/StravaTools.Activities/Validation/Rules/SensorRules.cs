using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Sensors show what bodies and the earth have.</summary>
internal static class SensorRules
{
    /// <summary>Beats per minute; a child's heart at its limit has 220, and what straps show above 250 is static.</summary>
    private const float MaxHeartRate = 250;

    /// <summary>Beats per minute; the lowest ever measured in a resting athlete is about 27. Zero stands for no contact, and is no rate.</summary>
    private const float MinHeartRate = 20;

    /// <summary>Metres; the shore of the Dead Sea is at -430. FIT's raw 0 is -500: a field that was never set.</summary>
    private const float MinAltitude = -500;

    /// <summary>Metres; Mount Everest has 8,849, and pilots of gliders and paragliders are rarely above that.</summary>
    private const float MaxAltitude = 9000;

    private static readonly ActivityFileRule HeartRate = new(
        "GEN0401", Severity.Warning, "Heart rates are such that hearts have",
        "Averages, zones and effort go by the heart rate, and a strap without contact spoils them.",
        "Remove the values; a point without heart rate is fine.")
    {
        Example = "<ns3:hr>255</ns3:hr>",
    };

    private static readonly ActivityFileRule Altitude = new(
        "GEN0402", Severity.Warning, "Altitudes are between the Dead Sea and Mount Everest",
        $"For a device with a barometer Strava takes the elevation as it is ({Docs.Device}), and one wrong value adds its height to the total gain.",
        "Remove the values; Strava looks the elevation up where a file has none.")
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

        impossible.Report(findings, HeartRate, streams, "A heart rate is above 250 or below 20 beats per minute.", FormatValue(streams.HeartRate, impossible));
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

        impossible.Report(findings, Altitude, streams, "An altitude is not between -500 and 9000 m.", FormatValue(streams.Altitude, impossible));
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
