using System.Globalization;
using System.Text;
using System.Xml;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Routes as files: a track of GPX, and a course of TCX, both without times.</summary>
internal static class RouteFiles
{
    private const string Gpx = "http://www.topografix.com/GPX/1/1";
    private const string Tcx = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";

    /// <summary>The schema of TCX allows 15 characters.</summary>
    private const int MaxCourseName = 15;

    private static readonly XmlWriterSettings Settings = new() { CheckCharacters = false, Encoding = new UTF8Encoding(false) };

    public static void WriteGpx(Stream destination, FakeRoute route, ActivityStreams streams)
    {
        using var xml = XmlWriter.Create(destination, Settings);
        xml.WriteStartElement("gpx", Gpx);
        xml.WriteAttributeString("version", "1.1");
        xml.WriteAttributeString("creator", "StravaGPX");
        xml.WriteStartElement("trk");
        xml.WriteElementString("name", route.Name);
        xml.WriteElementString("type", route.ActivityType);
        xml.WriteStartElement("trkseg");
        for (var point = 0; point < streams.Count; point++)
        {
            xml.WriteStartElement("trkpt");
            xml.WriteAttributeString("lat", FormatNumber(streams.Latitude[point]));
            xml.WriteAttributeString("lon", FormatNumber(streams.Longitude[point]));
            WriteAltitude(xml, "ele", streams, point);
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    public static void WriteTcx(Stream destination, FakeRoute route, ActivityStreams streams)
    {
        using var xml = XmlWriter.Create(destination, Settings);
        xml.WriteStartElement("TrainingCenterDatabase", Tcx);
        xml.WriteStartElement("Courses");
        xml.WriteStartElement("Course");
        xml.WriteElementString("Name", route.Name[..Math.Min(MaxCourseName, route.Name.Length)]);
        xml.WriteStartElement("Track");
        for (var point = 0; point < streams.Count; point++)
        {
            xml.WriteStartElement("Trackpoint");
            xml.WriteStartElement("Position");
            xml.WriteElementString("LatitudeDegrees", FormatNumber(streams.Latitude[point]));
            xml.WriteElementString("LongitudeDegrees", FormatNumber(streams.Longitude[point]));
            xml.WriteEndElement();
            WriteAltitude(xml, "AltitudeMeters", streams, point);
            xml.WriteElementString("DistanceMeters", FormatNumber(Math.Round(streams.Distance[point], 1)));
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    private static void WriteAltitude(XmlWriter xml, string name, ActivityStreams streams, int point)
    {
        if (!streams.Altitude.IsEmpty)
        {
            xml.WriteElementString(name, streams.Altitude[point].ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string FormatNumber(double value) => value.ToString(CultureInfo.InvariantCulture);
}
