using System.Text;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// Google's encoded polyline algorithm format, in which Strava sends routes (strava-v3-api.md, "Polylines"): differences of 1e-5 degree,
/// zigzagged, in groups of five bits.
/// </summary>
public static class Polyline
{
    private const double Precision = 1e5;

    /// <summary>The positions of the points, in their order; points without one are left out.</summary>
    public static IReadOnlyList<Position> PositionsOf(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var positions = new List<Position>(streams.Count);
        for (var i = 0; i < streams.Count; i++)
        {
            if (streams.HasPosition(i))
            {
                positions.Add(new Position(streams.Latitude[i], streams.Longitude[i]));
            }
        }

        return positions;
    }

    /// <summary>Encodes positions in degrees, rounded to 1e-5 degree (about a meter).</summary>
    public static string Encode(IReadOnlyList<Position> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        var text = new StringBuilder(positions.Count * 4);
        long latitude = 0, longitude = 0;
        foreach (var position in positions)
        {
            // The difference of rounded values, not the rounded difference: errors must not add up along the line.
            var nextLatitude = RoundAwayFromZero(position.Latitude);
            var nextLongitude = RoundAwayFromZero(position.Longitude);
            Append(text, nextLatitude - latitude);
            Append(text, nextLongitude - longitude);
            (latitude, longitude) = (nextLatitude, nextLongitude);
        }

        return text.ToString();
    }

    /// <summary>Decodes an encoded polyline to positions in degrees.</summary>
    /// <exception cref="FormatException">The text ends in the middle of a position or has a character the format does not use.</exception>
    public static IReadOnlyList<Position> Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var positions = new List<Position>();
        long latitude = 0, longitude = 0;
        var index = 0;
        while (index < text.Length)
        {
            latitude += DecodeNext(text, ref index);
            longitude += DecodeNext(text, ref index);
            positions.Add(new Position(latitude / Precision, longitude / Precision));
        }

        return positions;
    }

    private static long RoundAwayFromZero(double degrees) => (long)Math.Round(degrees * Precision, MidpointRounding.AwayFromZero);

    private static void Append(StringBuilder text, long value)
    {
        var bits = (ulong)((value << 1) ^ (value >> 63));
        for (; bits >= 0x20; bits >>= 5)
        {
            text.Append((char)((0x20 | (bits & 0x1f)) + 63));
        }

        text.Append((char)(bits + 63));
    }

    private static long DecodeNext(string text, ref int index)
    {
        ulong bits = 0;
        for (var shift = 0; index < text.Length && shift < 60; shift += 5)
        {
            var group = text[index++] - 63;
            if (group is < 0 or > 63)
            {
                throw new FormatException($"'{text[index - 1]}' at {index - 1} is not valid in an encoded polyline.");
            }

            bits |= (ulong)(group & 0x1f) << shift;
            if (group < 0x20)
            {
                return (long)(bits >> 1) ^ -(long)(bits & 1);
            }
        }

        throw new FormatException("The encoded polyline ends in the middle of a position.");
    }
}
