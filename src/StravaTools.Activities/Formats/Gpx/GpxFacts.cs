using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>What rules need to know of a GPX file that no activity shows.</summary>
internal sealed class GpxFacts
{
    private SourceLocation _segment;
    private int _pointsBefore;

    public SourceLocation Root { get; set; }

    public string? Namespace { get; set; }

    public string? Version { get; set; }

    public string? Creator { get; set; }

    /// <summary>How many waypoints and route points there are, and where the first is.</summary>
    public (int Count, SourceLocation First) PlannedPoints { get; private set; }

    /// <summary>How many segments have no point, and where the first is.</summary>
    public (int Count, SourceLocation First) EmptySegments { get; private set; }

    /// <summary>Elements of track points that are no GPX, in their extensions.</summary>
    public UnreadElements InExtensions { get; } = new();

    /// <summary>
    /// Tags of Garmin's or Cluetrust's extension that stand in neither: directly in extensions, without a prefix or namespace.
    /// </summary>
    public UnreadElements PlainInExtensions { get; } = new();

    /// <summary>Elements of track points that are not read, beside their extensions.</summary>
    public UnreadElements OutsideExtensions { get; } = new();

    public void AddPlannedPoint(SourceLocation location) => PlannedPoints = CountAt(PlannedPoints, location);

    public void BeginSegment(SourceLocation location, int points) => (_segment, _pointsBefore) = (location, points);

    public void EndSegment(int points) => EmptySegments = points == _pointsBefore ? CountAt(EmptySegments, _segment) : EmptySegments;

    private static (int Count, SourceLocation First) CountAt((int Count, SourceLocation First) so, SourceLocation location) =>
        (so.Count + 1, so.Count == 0 ? location : so.First);
}
