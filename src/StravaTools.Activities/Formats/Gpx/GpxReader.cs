using StravaTools.Activities.Formats.Gpx.Rules;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>Reads the tracks of a GPX file into one activity; waypoints and routes are not recordings and are skipped.</summary>
internal sealed class GpxReader(FindingCollector findings) : XmlActivityReader(XmlRules.Gpx, GpxNames.Vocabulary, findings)
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

    protected override void StartElement(XmlName name)
    {
        if (_isInPoint)
        {
            StartInPoint(name);
            return;
        }

        switch ((GpxElement)name.Kind)
        {
            case GpxElement.Root:
                StartRoot();
                break;
            case GpxElement.Waypoint or GpxElement.RoutePoint:
                _facts.AddPlannedPoint(Location);
                break;
            case GpxElement.Segment when _isInTrack:
                _facts.BeginSegment(Location, _streams.Count);
                break;
            case GpxElement.Track:
                EndTrack();
                _isInTrack = true;
                _track = new GpxTrack(null, null, default, _streams.Count);
                break;
            case GpxElement.TrackPoint when _isInTrack:
                StartPoint();
                break;
            default:
                CheckSpelling(name);
                break;
        }
    }

    protected override void EndElement(XmlName name, ReadOnlySpan<byte> text)
    {
        var kind = (GpxElement)name.Kind;
        if (_isInExtensions)
        {
            EndInExtensions(kind, name.Local, text);
        }
        else if (_isInPoint)
        {
            EndInPoint(kind, name.Local, text);
        }
        else if (_isInTrack)
        {
            EndInTrack(kind, text);
        }
        else if (kind == GpxElement.Name && ParentKind == (int)GpxElement.Metadata)
        {
            _metadataName ??= Trimmed(text);
        }
    }

    private void CheckSpelling(XmlName name)
    {
        var counts = _isInTrack || ParentKind == (int)GpxElement.Root;
        if (name.Spelling is not null && counts && !IsWithin((int)GpxElement.Extensions))
        {
            Count(_facts.Misspelled, name.Local);
        }
    }

    private void StartInPoint(XmlName name)
    {
        switch ((GpxElement)name.Kind)
        {
            case GpxElement.TrackPoint:
                // A point in a point is not valid, but each point counts.
                StartPoint();
                return;
            case GpxElement.Extensions:
                _isInExtensions = true;
                break;
            case GpxElement.TpxHeartRate or GpxElement.TpxCadence or GpxElement.TpxTemperature or GpxElement.CluetrustTemperature
                when _isInExtensions:
                _isPlain = ParentKind == (int)GpxElement.Extensions && !HasNamespace();
                break;
        }

        CheckAttributes(name.Local);
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
        if (AttributeCount > 2)
        {
            CheckAttributes(GpxNames.TrackPoint);
        }

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

    private void EndInTrack(GpxElement kind, ReadOnlySpan<byte> text)
    {
        switch (kind)
        {
            case GpxElement.Track:
                EndTrack();
                break;
            case GpxElement.Segment:
                _facts.EndSegment(_streams.Count);
                break;
            case GpxElement.Type when IsOfTrack(text) && _track.Type is null:
                _track = _track with { Type = Trimmed(text), TypeLocation = Location };
                break;
            case GpxElement.Name when IsOfTrack(text) && _track.Name is null:
                _track = _track with { Name = Trimmed(text) };
                break;
        }
    }

    private bool IsOfTrack(ReadOnlySpan<byte> text) => ParentKind == (int)GpxElement.Track && !text.IsEmpty;

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

    private void EndInPoint(GpxElement kind, string name, ReadOnlySpan<byte> text)
    {
        AddUnreadAttribute(_facts.InAttributes, text);
        switch (kind)
        {
            case GpxElement.TrackPoint:
                _isInPoint = false;
                break;
            case GpxElement.Time when ReadTime(name, text) is { } time:
                _streams.SetTime(time);
                break;
            case GpxElement.Elevation when Number(name, text) is { } meters:
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

    private void EndInExtensions(GpxElement kind, string name, ReadOnlySpan<byte> text)
    {
        AddUnreadAttribute(_facts.InAttributes, text);
        if (_isPlain)
        {
            _isPlain = false;
            AddUnread(_facts.PlainInExtensions, name, text);
        }

        switch (kind)
        {
            case GpxElement.Extensions:
                _isInExtensions = false;
                break;
            case GpxElement.TpxHeartRate or GpxElement.HeartRate when Number(name, text) is { } beats:
                _streams.SetHeartRate(beats);
                break;
            case GpxElement.TpxCadence or GpxElement.Cadence when Number(name, text) is { } revolutions:
                _streams.SetCadence(revolutions);
                break;
            case GpxElement.TpxTemperature or GpxElement.CluetrustTemperature when Number(name, text) is { } celsius:
                _streams.SetTemperature(celsius);
                break;
            case GpxElement.Distance when Number(name, text) is { } meters:
                _streams.SetDistance(meters);
                break;
            case GpxElement.Power when Number(name, text) is { } watts:
                _streams.SetPower(watts);
                break;
            case GpxElement.TpxSpeed when Number(name, text) is { } speed:
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
        if (!XmlText.IsBlank(text) && _facts.InExtensions.TryCount(name))
        {
            return;
        }

        if (GpxNames.ReadInExtensions.TryGetValue(name, out var known) && known != name)
        {
            EndInExtensions(GpxNames.KindOf(known), known, text);
        }
        else
        {
            AddUnread(_facts.InExtensions, name, text);
        }
    }
}
