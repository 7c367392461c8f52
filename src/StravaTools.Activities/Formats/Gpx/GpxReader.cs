using StravaTools.Activities.Formats.Gpx.Rules;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>Reads the tracks of a GPX file into one activity; waypoints and routes are not recordings and are skipped.</summary>
internal sealed class GpxReader(FindingCollector findings) : XmlActivityReader(XmlRules.Gpx, findings)
{
    private readonly ActivityStreamsBuilder _streams = new();
    private readonly GpxFacts _facts = new();
    private string? _metadataName;

    /// <summary>The current track, and the first one with points that has a name or a type. Both are taken from it.</summary>
    private GpxTrack _track, _describedTrack;
    private bool _isInTrack;
    private bool _isInPoint;
    private bool _isInExtensions;
    private bool _isPlain;

    protected override IReadOnlyList<Activity> BuildActivities()
    {
        // A truncated file has an unfinished track.
        EndTrack();
        var (name, type, typeLocation, _) = _describedTrack;
        var streams = _streams.BuildStreams();
        GpxRules.CheckFacts(_facts, streams.Count, Findings);
        GpxRules.CheckSport(type, typeLocation, Findings);
        GpxExtensionRules.CheckFacts(_facts, Findings);
        if (streams.Count == 0)
        {
            return [];
        }

        var span = streams.FindTimeRange();
        return
        [
            new Activity
            {
                Sport = type,
                SportType = GpxSports.ParseSport(type),
                Name = name ?? _metadataName,
                StartTime = span?.Start,
                ElapsedTime = span?.End - span?.Start,
                Creator = _facts.Creator,
                Streams = streams,
                Location = _facts.Root,
            },
        ];
    }

    protected override void StartElement(string name)
    {
        switch (name)
        {
            case GpxNames.Root:
                StartRoot();
                break;
            case GpxNames.Waypoint or GpxNames.RoutePoint:
                _facts.AddPlannedPoint(Location);
                break;
            case GpxNames.Segment when _isInTrack:
                _facts.BeginSegment(Location, _streams.Count);
                break;
            case GpxNames.Track:
                EndTrack();
                _isInTrack = true;
                _track = new GpxTrack(null, null, default, _streams.Count);
                break;
            case GpxNames.TrackPoint when _isInTrack:
                StartPoint();
                break;
            case GpxNames.Extensions when _isInPoint:
                _isInExtensions = true;
                CheckAttributes(name);
                break;
            case GpxNames.TpxHeartRate or GpxNames.TpxCadence or GpxNames.TpxTemperature or GpxNames.CluetrustTemperature
                when _isInExtensions:
                _isPlain = Parent == GpxNames.Extensions && !HasNamespace();
                CheckAttributes(name);
                break;
            default:
                if (_isInPoint)
                {
                    CheckAttributes(name);
                }

                break;
        }
    }

    protected override void EndElement(string name, ReadOnlySpan<byte> text)
    {
        if (_isInExtensions)
        {
            EndInExtensions(name, text);
        }
        else if (_isInPoint)
        {
            EndInPoint(name, text);
        }
        else if (_isInTrack)
        {
            EndInTrack(name, text);
        }
        else if (name == GpxNames.Name && Parent == GpxNames.Metadata)
        {
            _metadataName ??= Trimmed(text);
        }
    }

    private void StartRoot()
    {
        _facts.Root = Location;
        _facts.Namespace = Namespace();
        _facts.Version = Attribute(GpxNames.Version);
        _facts.Creator = Attribute(GpxNames.Creator);
    }

    private void StartPoint()
    {
        _isInPoint = true;
        _streams.BeginPoint(Location);
        CheckAttributes(GpxNames.TrackPoint);
        var latitude = CoordinateAttribute(GpxNames.Latitude, out var hasNoLatitude);
        var longitude = CoordinateAttribute(GpxNames.Longitude, out var hasNoLongitude);
        if (hasNoLatitude || hasNoLongitude)
        {
            _facts.AddPointWithoutPosition(Location);
        }
        else if (Position(latitude, longitude) is { } position)
        {
            _streams.SetPosition(position.Latitude, position.Longitude);
        }
    }

    private void EndInTrack(string name, ReadOnlySpan<byte> text)
    {
        if (name == GpxNames.Track)
        {
            EndTrack();
        }
        else if (name == GpxNames.Segment)
        {
            _facts.EndSegment(_streams.Count);
        }
        else if (Parent != GpxNames.Track || text.IsEmpty)
        {
            return;
        }
        else if (name == GpxNames.Type && _track.Type is null)
        {
            _track = _track with { Type = Trimmed(text), TypeLocation = Location };
        }
        else if (name == GpxNames.Name && _track.Name is null)
        {
            _track = _track with { Name = Trimmed(text) };
        }
    }

    private void EndTrack()
    {
        if (_isInTrack && _streams.Count > _track.PointsBefore && _describedTrack is { Name: null, Type: null })
        {
            _describedTrack = _track;
        }

        _isInTrack = false;
    }

    private void CheckAttributes(string name) =>
        CheckAttributes(_facts.InAttributes, name, GpxExtensionRules.NamesOfValues, GpxNames.Attributes);

    private void EndInPoint(string name, ReadOnlySpan<byte> text)
    {
        AddUnreadAttribute(_facts.InAttributes, text);
        switch (name)
        {
            case GpxNames.TrackPoint:
                _isInPoint = false;
                break;
            case GpxNames.Time when ReadTime(name, text) is { } time:
                _streams.SetTime(time);
                break;
            case GpxNames.Elevation when Number(name, text) is { } meters:
                _streams.SetAltitude(meters);
                break;
            default:
                if (!text.IsEmpty && !GpxNames.OfPoint.Contains(name))
                {
                    AddUnread(_facts.OutsideExtensions, name, text);
                }

                break;
        }
    }

    private void EndInExtensions(string name, ReadOnlySpan<byte> text)
    {
        AddUnreadAttribute(_facts.InAttributes, text);
        if (_isPlain)
        {
            _isPlain = false;
            AddUnread(_facts.PlainInExtensions, name, text);
        }

        switch (name)
        {
            case GpxNames.Extensions:
                _isInExtensions = false;
                break;
            case GpxNames.TpxHeartRate or GpxNames.HeartRate when Number(name, text) is { } beats:
                _streams.SetHeartRate(beats);
                break;
            case GpxNames.TpxCadence or GpxNames.Cadence when Number(name, text) is { } revolutions:
                _streams.SetCadence(revolutions);
                break;
            case GpxNames.TpxTemperature or GpxNames.CluetrustTemperature when Number(name, text) is { } celsius:
                _streams.SetTemperature(celsius);
                break;
            case GpxNames.Distance when Number(name, text) is { } meters:
                _streams.SetDistance(meters);
                break;
            case GpxNames.Power when Number(name, text) is { } watts:
                _streams.SetPower(watts);
                break;
            case GpxNames.TpxSpeed when Number(name, text) is { } speed:
                _streams.SetSpeed(speed);
                break;
            default:
                if (!text.IsEmpty)
                {
                    EndOtherInExtensions(name, text);
                }

                break;
        }
    }

    /// <summary>An element whose name is not read as written, but possibly in another case.</summary>
    private void EndOtherInExtensions(string name, ReadOnlySpan<byte> text)
    {
        if (GpxNames.ReadInExtensions.TryGetValue(name, out var known) && known != name)
        {
            EndInExtensions(known, text);
        }
        else
        {
            AddUnread(_facts.InExtensions, name, text);
        }
    }
}
