using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>The facts about a GPX file that rules need and that an activity does not have.</summary>
internal sealed class GpxFacts
{
    private SourceLocation _segment;
    private int _pointsBefore;

    public SourceLocation Root { get; set; }

    public string? Namespace { get; set; }

    public string? Version { get; set; }

    public string? Creator { get; set; }

    /// <summary>The number of waypoints and route points, and the place of the first.</summary>
    public (int Count, SourceLocation First) PlannedPoints { get; private set; }

    /// <summary>The number of segments without points, and the place of the first.</summary>
    public (int Count, SourceLocation First) EmptySegments { get; private set; }

    /// <summary>The number of track points without latitude or longitude, and the place of the first.</summary>
    public (int Count, SourceLocation First) PointsWithoutPosition { get; private set; }

    /// <summary>Elements in the extensions of track points that are not read.</summary>
    public UnreadElements InExtensions { get; } = new();

    /// <summary>Tags of Garmin's or Cluetrust's extension that are directly in extensions, without a prefix or namespace.</summary>
    public UnreadElements PlainInExtensions { get; } = new();

    /// <summary>Elements of track points, outside their extensions, that are not read.</summary>
    public UnreadElements OutsideExtensions { get; } = new();

    /// <summary>Elements around track points whose names are known, but in another case, so that they are not read.</summary>
    public UnreadElements Misspelled { get; } = new();

    /// <summary>Attributes of track points and of elements in them that are not read, each as its element and its name.</summary>
    public UnreadElements InAttributes { get; } = new();

    public void AddPlannedPoint(SourceLocation location) => PlannedPoints = CountAt(PlannedPoints, location);

    public void AddPointWithoutPosition(SourceLocation location) => PointsWithoutPosition = CountAt(PointsWithoutPosition, location);

    public void BeginSegment(SourceLocation location, int points) => (_segment, _pointsBefore) = (location, points);

    public void EndSegment(int points) => EmptySegments = points == _pointsBefore ? CountAt(EmptySegments, _segment) : EmptySegments;

    private static (int Count, SourceLocation First) CountAt((int Count, SourceLocation First) counted, SourceLocation location) =>
        (counted.Count + 1, counted.Count == 0 ? location : counted.First);
}
