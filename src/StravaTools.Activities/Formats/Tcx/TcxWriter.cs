using System.Xml;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>
/// Writes TCX v2 according to its schema, with Garmin's ActivityExtension v2. The schema has only the sports Running, Biking, and Other;
/// Hiking, Walking, and Swimming are written too, since Strava documents them.
/// </summary>
internal static class TcxWriter
{
    private const string Tcx = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
    internal const string ActivityExtension = "http://www.garmin.com/xmlschemas/ActivityExtension/v2";
    internal const string ExtensionPrefix = "ns3";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Own = "urn:stravatools:tcx";

    public static void CheckWritable(IReadOnlyList<Activity> activities)
    {
        WriteChecks.RequireActivities(activities);
        foreach (var activity in activities)
        {
            WriteChecks.RequireStartTime(activity, "TCX");
        }
    }

    public static void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        using var xml = XmlWriter.Create(destination, XmlOutput.Settings);
        xml.WriteStartElement(TcxNames.Root, Tcx);
        xml.WriteAttributeString("xmlns", "xsi", null, Instance);
        xml.WriteAttributeString("xmlns", ExtensionPrefix, null, ActivityExtension);
        xml.WriteStartElement("Activities");
        foreach (var activity in activities)
        {
            WriteActivity(xml, activity, cancellationToken);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteActivity(XmlWriter xml, Activity activity, CancellationToken cancellationToken)
    {
        xml.WriteStartElement(TcxNames.Activity);
        xml.WriteAttributeString(TcxNames.Sport, TcxSports.WordFor(activity));
        xml.WriteElementString(TcxNames.Id, InvariantText.FormatTime(activity.StartTimeOf()!.Value));
        foreach (var lap in TcxLap.LapsOf(activity))
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteLap(xml, lap, activity);
        }

        // An activity has no name in TCX, so the name is written as its notes, in one line.
        if (activity.Name is { Length: > 0 } name)
        {
            xml.WriteElementString(TcxNames.Notes, InvariantText.RemoveInvalidCharacters(name).ReplaceLineEndings(" "));
        }

        WriteCreator(xml, activity.Creator ?? InvariantText.Creator);
        WriteCustomFields(xml, activity);
        xml.WriteEndElement();
    }

    private static void WriteLap(XmlWriter xml, TcxLap lap, Activity activity)
    {
        xml.WriteStartElement(TcxNames.Lap);
        xml.WriteAttributeString(TcxNames.StartTime, InvariantText.FormatTime(lap.StartTime));
        xml.WriteElementString(TcxNames.TotalTimeSeconds, InvariantText.Decimal(lap.Seconds));
        xml.WriteElementString(TcxNames.DistanceMeters, InvariantText.Decimal(lap.Distance));
        xml.WriteElementString(TcxNames.Calories, InvariantText.FormatWhole(lap.Calories));
        xml.WriteElementString("Intensity", "Active");
        xml.WriteElementString("TriggerMethod", "Manual");
        WriteTrack(xml, lap, activity);
        xml.WriteEndElement();
    }

    /// <summary>The schema does not allow an empty track.</summary>
    private static void WriteTrack(XmlWriter xml, TcxLap lap, Activity activity)
    {
        var isOpen = false;
        for (var i = lap.FirstPoint; i < lap.EndPoint; i++)
        {
            if (activity.Streams.InstantOf(i) is { } time)
            {
                if (!isOpen)
                {
                    xml.WriteStartElement("Track");
                    isOpen = true;
                }

                TcxTrackpoint.WriteTrackpoint(xml, activity, i, time);
            }
        }

        if (isOpen)
        {
            xml.WriteEndElement();
        }
    }

    /// <summary>The schema requires numbers for a device; 0 is usual if they are unknown.</summary>
    private static void WriteCreator(XmlWriter xml, string creator)
    {
        xml.WriteStartElement(TcxNames.Creator);
        xml.WriteAttributeString("type", Instance, "Device_t");
        xml.WriteElementString(TcxNames.Name, InvariantText.RemoveInvalidCharacters(creator));
        xml.WriteElementString("UnitId", "0");
        xml.WriteElementString("ProductID", "0");
        xml.WriteStartElement("Version");
        xml.WriteElementString("VersionMajor", "0");
        xml.WriteElementString("VersionMinor", "0");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>
    /// Custom fields as in strava-partner-uploads.md, "TCX", but at the end of the activity and in a namespace, as the schema requires.
    /// </summary>
    private static void WriteCustomFields(XmlWriter xml, Activity activity)
    {
        if (activity.CustomFields.IsEmpty)
        {
            return;
        }

        xml.WriteStartElement(TcxNames.Extensions);
        foreach (var (name, value) in activity.CustomFields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            xml.WriteElementString(null, NameOf(name), Own, InvariantText.RemoveInvalidCharacters(value));
        }

        xml.WriteEndElement();
    }

    /// <summary>A field must not have the name of an element that is read at any place.</summary>
    private static string NameOf(string field)
    {
        var name = InvariantText.ElementName(field);
        if (name is TcxNames.Activity or TcxNames.Course or TcxNames.Lap or TcxNames.Trackpoint)
        {
            return "_" + name;
        }

        return name;
    }
}
