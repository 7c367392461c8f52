using System.Xml;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>Writes a trackpoint in the order of Trackpoint_t.</summary>
internal static class TcxTrackpoint
{
    public static void WriteTrackpoint(XmlWriter xml, Activity activity, int point, DateTimeOffset time)
    {
        var streams = activity.Streams;
        xml.WriteStartElement(TcxNames.Trackpoint);
        xml.WriteElementString(TcxNames.Time, InvariantText.FormatTime(time));
        if (streams.HasPosition(point))
        {
            xml.WriteStartElement(TcxNames.Position);
            xml.WriteElementString(TcxNames.LatitudeDegrees, InvariantText.Degrees(streams.Latitude[point]));
            xml.WriteElementString(TcxNames.LongitudeDegrees, InvariantText.Longitude(streams.Longitude[point]));
            xml.WriteEndElement();
        }

        var altitude = streams.Altitude.ValueAt(point);
        var distance = streams.Distance.ValueAt(point);
        WriteOptional(xml, TcxNames.AltitudeMeters, altitude is { } height ? InvariantText.Decimal(height) : null);
        WriteOptional(xml, TcxNames.DistanceMeters, distance is { } meters ? InvariantText.Decimal(meters) : null);
        if (streams.HeartRate.WholeAt(point, 1, byte.MaxValue) is { } beats)
        {
            xml.WriteStartElement(TcxNames.HeartRateBpm);
            xml.WriteElementString(TcxNames.Value, InvariantText.FormatWhole(beats));
            xml.WriteEndElement();
        }

        WriteSensors(xml, activity, point);
        xml.WriteEndElement();
    }

    private static void WriteSensors(XmlWriter xml, Activity activity, int point)
    {
        var streams = activity.Streams;
        var isRun = activity.SportType?.Name is "Run" or "TrailRun" or "VirtualRun";
        var cadence = streams.Cadence.WholeAt(point, 0, 254) is { } revolutions ? InvariantText.FormatWhole(revolutions) : null;
        WriteOptional(xml, TcxNames.Cadence, isRun ? null : cadence);
        var speed = streams.Speed.ValueAt(point);
        var watts = streams.Power.WholeAt(point, 0, ushort.MaxValue);
        if (speed is null && watts is null && (cadence is null || !isRun))
        {
            return;
        }

        xml.WriteStartElement(TcxNames.Extensions);
        xml.WriteStartElement(TcxWriter.ExtensionPrefix, "TPX", TcxWriter.ActivityExtension);
        WriteExtension(xml, TcxNames.Speed, speed is { } meters ? InvariantText.Decimal(meters) : null);
        WriteExtension(xml, TcxNames.RunCadence, isRun ? cadence : null);
        WriteExtension(xml, TcxNames.Watts, watts is { } power ? InvariantText.FormatWhole(power) : null);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteOptional(XmlWriter xml, string name, string? text)
    {
        if (text is not null)
        {
            xml.WriteElementString(name, text);
        }
    }

    private static void WriteExtension(XmlWriter xml, string name, string? text)
    {
        if (text is not null)
        {
            xml.WriteElementString(TcxWriter.ExtensionPrefix, name, TcxWriter.ActivityExtension, text);
        }
    }
}
