using System.Collections.Frozen;
using System.Xml;
using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Formats.Xml;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>Repairs a GPX document.</summary>
internal sealed class GpxRepair(RepairLog repairs) : IXmlRepair
{
    private const string Version = "version";
    private const string Namespace = "http://www.topografix.com/GPX/1/";

    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["gpxtpx"] = "http://www.garmin.com/xmlschemas/TrackPointExtension/v1",
        ["gpxdata"] = "http://www.cluetrust.com/XML/GPXDATA/1/0",
        ["gpxx"] = "http://www.garmin.com/xmlschemas/GpxExtensions/v3",
        ["xsi"] = XmlNamespaces.Instance,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public string EndOfPoint => "</trkpt>";

    public void Repair(XmlElement root, CancellationToken cancellationToken)
    {
        DropPoints(root);
        RemoveUnreadable(root);
        cancellationToken.ThrowIfCancellationRequested();
        OrderPoints(root);

        // Last, since a dropped point may have contained a declaration.
        AddNamespaces(root);
        AddCreator(root);
    }

    private static IEnumerable<XmlElement> Segments(XmlElement root) =>
        root.Children(GpxNames.Track).SelectMany(track => track.Children("trkseg"));

    private static List<XmlElement> Points(XmlElement root) =>
        [.. Segments(root).SelectMany(segment => segment.Children(GpxNames.TrackPoint))];

    private void AddNamespaces(XmlElement root)
    {
        var version = root.GetAttribute(Version);
        var count = XmlNamespaces.Declare(root, Namespace + (version == "1.0" ? "0" : "1"), Prefixes);
        if (version.Length == 0)
        {
            root.SetAttribute(Version, root.GetAttribute("xmlns") == Namespace + "0" ? "1.0" : "1.1");
            count++;
        }

        if (count > 0)
        {
            repairs.AddAction(ActivityRepairKind.NamespaceAdded, "A missing namespace or version was declared.", count);
        }
    }

    private void AddCreator(XmlElement root)
    {
        if (string.IsNullOrWhiteSpace(root.GetAttribute(GpxNames.Creator)))
        {
            root.SetAttribute(GpxNames.Creator, InvariantText.Creator);
            repairs.AddAction(ActivityRepairKind.CreatorAdded, $"The creator {InvariantText.Creator} was added.");
        }
    }

    private void DropPoints(XmlElement root)
    {
        repairs.AddPoints(
            ActivityRepairKind.TimelessPointsDropped,
            XmlPoints.DropTimeless(Points(root), GpxNames.Time),
            "1 point without time was dropped.",
            "points without time were dropped.");
        var points = Points(root);
        var zeros = points.Where(IsZero).ToList();
        if (zeros.Count == points.Count)
        {
            return;
        }

        XmlPoints.RemoveAll(zeros);
        repairs.AddPoints(
            ActivityRepairKind.ZeroPositionsRemoved, zeros.Count, "1 point at 0,0 was dropped.", "points at 0,0 were dropped.");
    }

    private void RemoveUnreadable(XmlElement root)
    {
        var points = Points(root);
        var unreadable = points.FindAll(point =>
            XmlPoints.IsUnreadable(point.GetAttribute(GpxNames.Latitude))
                || XmlPoints.IsUnreadable(point.GetAttribute(GpxNames.Longitude)));
        if (unreadable.Count < points.Count)
        {
            XmlPoints.RemoveAll(unreadable);
            repairs.AddPoints(
                ActivityRepairKind.UnreadableValuesRemoved,
                unreadable.Count,
                "1 point whose position is not a number was dropped.",
                "points whose positions are not numbers were dropped.");
        }

        var values = Points(root).SelectMany(point => point.FindUnreadable(GpxNames.Numbers)).ToList();
        XmlPoints.RemoveAll(values);
        repairs.AddPoints(
            ActivityRepairKind.UnreadableValuesRemoved,
            values.Count,
            "1 value that is not a number was removed.",
            "values that are not numbers were removed.");
    }

    private static bool IsZero(XmlElement point) =>
        XmlPoints.IsZero(point.GetAttribute(GpxNames.Latitude)) && XmlPoints.IsZero(point.GetAttribute(GpxNames.Longitude));

    /// <summary>Orders points in their segment, segments in their track, and tracks in the file.</summary>
    private void OrderPoints(XmlElement root)
    {
        var moved = Segments(root)
            .Sum(segment => XmlPoints.OrderByTime(segment.Children(GpxNames.TrackPoint), point => point.ReadTime(GpxNames.Time)));
        moved += root.Children(GpxNames.Track).Sum(track => XmlPoints.OrderByTime(track.Children("trkseg"), FirstTime));
        moved += XmlPoints.OrderByTime(
            root.Children(GpxNames.Track),
            track => track.Children("trkseg").Select(FirstTime).FirstOrDefault(time => time is not null));
        repairs.AddPoints(
            ActivityRepairKind.Ordered, moved, "1 point or segment was put in order.", "points and segments were put in order.");
    }

    private static DateTimeOffset? FirstTime(XmlElement segment) => segment.FindChild(GpxNames.TrackPoint)?.ReadTime(GpxNames.Time);
}
