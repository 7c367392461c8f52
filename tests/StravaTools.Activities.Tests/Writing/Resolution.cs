using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>The values of a point that a format stores, with the precision that ActivityWriter documents.</summary>
internal sealed record Resolution(double Seconds, double Degrees, double Metres, bool HasOffset)
{
    private const double Exact = 0;

    public required (
        string Name, Func<ActivityStreams, ImmutableArray<float>> Stream, double Tolerance, double Smallest, double Largest)[] Streams
    { get; init; }

    public required Func<ActivityStreams, int, bool, bool> Keeps { get; init; }

    public required Func<string, string> Text { get; init; }

    public Func<double, bool> KeepsDistance { get; init; } = _ => true;

    public static Resolution Of(ActivityFileFormat format) => format switch
    {
        ActivityFileFormat.Gpx => new(3e-7, 6e-10, Exact, HasOffset: false)
        {
            Streams =
            [
                ("altitude", streams => streams.Altitude, Exact, double.MinValue, double.MaxValue),
                ("heart rate", streams => streams.HeartRate, 0.5, 0.500001, 255.4999),
                ("cadence", streams => streams.Cadence, 0.5, -0.5, 254.5),
                ("power", streams => streams.Power, Exact, double.MinValue, double.MaxValue),
                ("temperature", streams => streams.Temperature, Exact, double.MinValue, double.MaxValue),
            ],
            Keeps = (streams, point, _) => streams.HasPosition(point),
            Text = Xml,
        },
        ActivityFileFormat.Tcx => new(3e-7, 6e-10, Exact, HasOffset: false)
        {
            Streams =
            [
                ("altitude", streams => streams.Altitude, Exact, double.MinValue, double.MaxValue),
                ("speed", streams => streams.Speed, Exact, double.MinValue, double.MaxValue),
                ("heart rate", streams => streams.HeartRate, 0.5, 0.500001, 255.4999),
                ("cadence", streams => streams.Cadence, 0.5, -0.5, 254.5),
                ("power", streams => streams.Power, 0.5, -0.5, 65535.4999),
            ],
            Keeps = (streams, point, _) => streams.TimeOf(point) is not null,
            Text = text => Xml(text).Trim(),
        },
        ActivityFileFormat.StrengthJson => new(0.500001, Exact, Exact, HasOffset: true)
        {
            Streams = [("heart rate", streams => streams.HeartRate, 0.5, -0.5, 65535.4999)],
            Keeps = (streams, point, hasHeartRate) => streams.TimeOf(point) is not null
                && (!hasHeartRate || streams.HeartRate[point] >= -0.5f),
            Text = text => new UTF8Encoding(false).GetString(Encoding.UTF8.GetBytes(text)),
            KeepsDistance = _ => false,
        },
        _ => new(0.500001, 4.2e-8, 0.0051, HasOffset: true)
        {
            Streams =
            [
                ("altitude", streams => streams.Altitude, 0.11, -500.1, 858_993_000),
                ("speed", streams => streams.Speed, 0.0006, 0, 4_294_967),
                ("heart rate", streams => streams.HeartRate, 0.5, -0.5, 254.5),
                ("cadence", streams => streams.Cadence, 0.5, -0.5, 254.5),
                ("power", streams => streams.Power, 0.5, -0.5, 65534.5),
                ("temperature", streams => streams.Temperature, 0.5, -128.5, 126.5),
            ],
            Keeps = (_, _, _) => true,
            Text = text => new UTF8Encoding(false).GetString(Encoding.UTF8.GetBytes(text.Replace("\0", "", StringComparison.Ordinal))),
            KeepsDistance = metres => metres is >= 0 and < 42_949_672,
        },
    };

    /// <summary>The part of a text that XML can represent.</summary>
    private static string Xml(string text)
    {
        var kept = new StringBuilder();
        foreach (var element in StringInfoRunes(text))
        {
            kept.Append(element);
        }

        return kept.ToString();
    }

    private static IEnumerable<string> StringInfoRunes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text, i))
            {
                yield return text.Substring(i++, 2);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                yield return text[i].ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}
