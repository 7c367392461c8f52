using System.Collections.Frozen;
using System.Xml;
using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Formats.Xml;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>Repairs a TCX document.</summary>
internal sealed class TcxRepair(RepairLog repairs) : IXmlRepair
{
    private const string Track = "Track";

    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ns3"] = "http://www.garmin.com/xmlschemas/ActivityExtension/v2",
        ["x"] = "http://www.garmin.com/xmlschemas/ActivityExtension/v2",
        ["ns2"] = "http://www.garmin.com/xmlschemas/UserProfile/v2",
        ["xsi"] = XmlNamespaces.Instance,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public string EndOfPoint => "</Trackpoint>";

    public void Repair(XmlElement root, CancellationToken cancellationToken)
    {
        foreach (var activity in Activities(root))
        {
            AddCreator(activity);
        }

        cancellationToken.ThrowIfCancellationRequested();
        repairs.AddPoints(
            ActivityRepairKind.TimelessPointsDropped,
            XmlPoints.DropTimeless(Points(root), TcxNames.Time),
            "1 point without time was dropped.",
            "points without time were dropped.");
        RemoveZeros(root);
        RemoveUnreadable(root);
        cancellationToken.ThrowIfCancellationRequested();
        OrderPoints(root);

        // Last, since a dropped point may have contained a declaration.
        if (XmlNamespaces.Declare(root, "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2", Prefixes) is > 0 and var count)
        {
            repairs.AddAction(ActivityRepairKind.NamespaceAdded, "A missing namespace was declared.", count);
        }
    }

    /// <summary>The tracks of laps in activities, and those directly in courses.</summary>
    private static IEnumerable<XmlElement> Tracks(XmlElement root)
    {
        var courses = root.Children("Courses").SelectMany(all => all.Children(TcxNames.Course));
        return Laps(root).Concat(courses).SelectMany(lap => lap.Children(Track));
    }

    private static IEnumerable<XmlElement> Activities(XmlElement root) =>
        root.Children("Activities").SelectMany(activities => activities.Children(TcxNames.Activity));

    private static IEnumerable<XmlElement> Laps(XmlElement root) =>
        Activities(root).SelectMany(activity => activity.Children(TcxNames.Lap));

    private static List<XmlElement> Points(XmlElement root) => [.. Tracks(root).SelectMany(track => track.Children(TcxNames.Trackpoint))];

    private static bool IsZero(XmlElement position) =>
        XmlPoints.IsZero(position.FindChild(TcxNames.LatitudeDegrees)?.InnerText)
            && XmlPoints.IsZero(position.FindChild(TcxNames.LongitudeDegrees)?.InnerText);

    /// <summary>Adds a creator before the extensions, as the schema requires.</summary>
    private void AddCreator(XmlElement activity)
    {
        if (activity.FindChild(TcxNames.Creator) is not null)
        {
            return;
        }

        var creator = activity.OwnerDocument.CreateElement(TcxNames.Creator);
        creator.AddAttribute("xsi:type", "Device_t");
        foreach (var (name, text) in new[] { (TcxNames.Name, InvariantText.Creator), ("UnitId", "0"), ("ProductID", "0") })
        {
            creator.AppendChild(activity.OwnerDocument.CreateElement(name))!.InnerText = text;
        }

        var version = creator.AppendChild(activity.OwnerDocument.CreateElement("Version"))!;
        version.AppendChild(activity.OwnerDocument.CreateElement("VersionMajor"))!.InnerText = "0";
        version.AppendChild(activity.OwnerDocument.CreateElement("VersionMinor"))!.InnerText = "0";
        activity.InsertBefore(creator, activity.FindChild(TcxNames.Extensions));
        repairs.AddAction(ActivityRepairKind.CreatorAdded, $"The creator {InvariantText.Creator} was added.");
    }

    private void RemoveZeros(XmlElement root)
    {
        var zeros = Points(root).SelectMany(point => point.Children(TcxNames.Position)).Where(IsZero).ToList();
        XmlPoints.RemoveAll(zeros);
        repairs.AddPoints(
            ActivityRepairKind.ZeroPositionsRemoved, zeros.Count, "1 position of 0,0 was removed.", "positions of 0,0 were removed.");
    }

    /// <summary>A heart rate goes with the element around its value.</summary>
    private void RemoveUnreadable(XmlElement root)
    {
        var points = Points(root);
        var positions = points.SelectMany(point => point.Children(TcxNames.Position)).Where(IsUnreadable).ToList();
        XmlPoints.RemoveAll(positions);
        var inLaps = Laps(root).SelectMany(lap => lap.ChildNodes.OfType<XmlElement>())
            .Where(element => TcxNames.NumbersOfLap.Contains(element.LocalName()) && XmlPoints.IsUnreadable(element.InnerText));
        var values = points.SelectMany(point => point.FindUnreadable(TcxNames.Numbers)).Concat(inLaps)
            .Select(element => element.LocalName() == TcxNames.Value ? (XmlElement)element.ParentNode! : element)
            .Distinct()
            .ToList();
        XmlPoints.RemoveAll(values);
        repairs.AddPoints(
            ActivityRepairKind.UnreadableValuesRemoved,
            positions.Count + values.Count,
            "1 value that is not a number was removed.",
            "values that are not numbers were removed.");
    }

    private static bool IsUnreadable(XmlElement position) =>
        XmlPoints.IsUnreadable(position.FindChild(TcxNames.LatitudeDegrees)?.InnerText)
            || XmlPoints.IsUnreadable(position.FindChild(TcxNames.LongitudeDegrees)?.InnerText);

    private void OrderPoints(XmlElement root)
    {
        var moved = Tracks(root)
            .Sum(track => XmlPoints.OrderByTime(track.Children(TcxNames.Trackpoint), point => point.ReadTime(TcxNames.Time)));
        moved += Laps(root).Sum(lap => XmlPoints.OrderByTime(lap.Children(Track), FirstTime));
        repairs.AddPoints(
            ActivityRepairKind.Ordered, moved, "1 point or track was put in order.", "points and tracks were put in order.");
    }

    private static DateTimeOffset? FirstTime(XmlElement track) => track.FindChild(TcxNames.Trackpoint)?.ReadTime(TcxNames.Time);
}
