using System.Xml;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>
/// Writes GPX 1.1 according to its schema. Heart rate, cadence, and temperature go into Garmin's TrackPointExtension v1, distance and power
/// into general tags (strava-uploads.md, "GPX"). The schema requires a namespace for these, so distance has Cluetrust's and power our own.
/// </summary>
internal static class GpxWriter
{
    private const string Gpx = "http://www.topografix.com/GPX/1/1";
    private const string TrackPointExtension = "http://www.garmin.com/xmlschemas/TrackPointExtension/v1";
    private const string TrackPointPrefix = "gpxtpx";
    private const string Cluetrust = "http://www.cluetrust.com/XML/GPXDATA/1/0";
    private const string Own = "urn:stravatools:gpx";

    public static void CheckWritable(IReadOnlyList<Activity> activities)
    {
        if (WriteChecks.RequireOneActivity(activities, "GPX").Streams.Positions() == 0)
        {
            throw new ActivityWriteException("GPX requires a position for each point, but no point has one. Write TCX or FIT.");
        }
    }

    public static void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var activity = activities[0];
        using var xml = XmlWriter.Create(destination, XmlOutput.Settings);
        xml.WriteStartElement(GpxNames.Root, Gpx);
        xml.WriteAttributeString("version", "1.1");
        xml.WriteAttributeString(GpxNames.Creator, InvariantText.RemoveInvalidCharacters(activity.Creator ?? InvariantText.Creator));
        xml.WriteAttributeString("xmlns", TrackPointPrefix, null, TrackPointExtension);
        WriteMetadata(xml, activity);
        xml.WriteStartElement(GpxNames.Track);
        WriteText(xml, GpxNames.Name, activity.Name);
        WriteText(xml, GpxNames.Type, GpxSports.WordFor(activity));
        xml.WriteStartElement("trkseg");
        for (var i = 0; i < activity.Streams.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (activity.Streams.HasPosition(i))
            {
                WritePoint(xml, activity.Streams, i);
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteMetadata(XmlWriter xml, Activity activity)
    {
        if (activity.StartTimeOf() is { } start)
        {
            xml.WriteStartElement(GpxNames.Metadata);
            xml.WriteElementString(GpxNames.Time, InvariantText.FormatTime(start));
            xml.WriteEndElement();
        }
    }

    private static void WriteText(XmlWriter xml, string name, string? text)
    {
        if (text is not null)
        {
            xml.WriteElementString(name, InvariantText.RemoveInvalidCharacters(text));
        }
    }

    /// <summary>Writes the elements in the order of wptType.</summary>
    private static void WritePoint(XmlWriter xml, ActivityStreams streams, int point)
    {
        xml.WriteStartElement(GpxNames.TrackPoint);
        xml.WriteAttributeString(GpxNames.Latitude, InvariantText.Degrees(streams.Latitude[point]));
        xml.WriteAttributeString(GpxNames.Longitude, InvariantText.Longitude(streams.Longitude[point]));
        if (streams.Altitude.ValueAt(point) is { } meters)
        {
            xml.WriteElementString(GpxNames.Elevation, InvariantText.Decimal(meters));
        }

        if (streams.InstantOf(point) is { } time)
        {
            xml.WriteElementString(GpxNames.Time, InvariantText.FormatTime(time));
        }

        WriteExtensions(xml, streams, point);
        xml.WriteEndElement();
    }

    private static void WriteExtensions(XmlWriter xml, ActivityStreams streams, int point)
    {
        var temperature = streams.Temperature.ValueAt(point);
        var heartRate = streams.HeartRate.WholeAt(point, 1, byte.MaxValue);
        var cadence = streams.Cadence.WholeAt(point, 0, 254);
        var distance = streams.Distance.ValueAt(point);
        var power = streams.Power.ValueAt(point);
        var hasTrackPoint = temperature is not null || heartRate is not null || cadence is not null;
        if (!hasTrackPoint && distance is null && power is null)
        {
            return;
        }

        xml.WriteStartElement(GpxNames.Extensions);
        WriteGeneral(xml, GpxNames.Distance, Cluetrust, distance is { } meters ? InvariantText.Decimal(meters) : null);
        WriteGeneral(xml, GpxNames.Power, Own, power is { } watts ? InvariantText.Decimal(watts) : null);
        if (hasTrackPoint)
        {
            xml.WriteStartElement(TrackPointPrefix, "TrackPointExtension", TrackPointExtension);
            WriteTrackPoint(xml, GpxNames.TpxTemperature, temperature is { } celsius ? InvariantText.Decimal(celsius) : null);
            WriteTrackPoint(xml, GpxNames.TpxHeartRate, heartRate is { } beats ? InvariantText.FormatWhole(beats) : null);
            WriteTrackPoint(xml, GpxNames.TpxCadence, cadence is { } revolutions ? InvariantText.FormatWhole(revolutions) : null);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Strava recognizes these by the name without a prefix.</summary>
    private static void WriteGeneral(XmlWriter xml, string name, string space, string? text)
    {
        if (text is not null)
        {
            xml.WriteElementString(null, name, space, text);
        }
    }

    private static void WriteTrackPoint(XmlWriter xml, string name, string? text)
    {
        if (text is not null)
        {
            xml.WriteElementString(TrackPointPrefix, name, TrackPointExtension, text);
        }
    }
}
