using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>Reads the tracks of a GPX file into one activity; waypoints and routes are no recording and are passed over.</summary>
internal sealed class GpxReader(FindingCollector findings) : XmlActivityReader(XmlRules.Gpx, findings)
{
    private readonly ActivityStreamsBuilder _streams = new();
    private string? _creator;
    private string? _name;
    private string? _type;
    private bool _isInTrack;
    private bool _isInPoint;
    private bool _isInExtensions;

    public IReadOnlyList<Activity> Read(Stream content, CancellationToken cancellationToken)
    {
        Walk(content, cancellationToken);
        var streams = _streams.Build();
        if (streams.Count == 0)
        {
            return [];
        }

        return
        [
            new Activity
            {
                Sport = _type,
                SportType = SportMapping.FromGpx(_type),
                Name = _name,
                StartTime = streams.Origin,
                ElapsedTime = streams.LastTime - streams.Origin,
                Creator = _creator,
                Streams = streams,
            },
        ];
    }

    protected override void Start(string name)
    {
        switch (name)
        {
            case GpxNames.Root:
                _creator = Attribute(GpxNames.Creator);
                break;
            case GpxNames.Track:
                _isInTrack = true;
                break;
            case GpxNames.TrackPoint when _isInTrack:
                StartPoint();
                break;
            case GpxNames.Extensions when _isInPoint:
                _isInExtensions = true;
                break;
        }
    }

    protected override void End(string name, ReadOnlySpan<byte> text)
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
            _name ??= Trimmed(text);
        }
    }

    private void StartPoint()
    {
        _isInPoint = true;
        _streams.BeginPoint(Location);
        var latitude = NumberAttribute(GpxNames.Latitude);
        var longitude = NumberAttribute(GpxNames.Longitude);
        if (Position(latitude, longitude) is { } position)
        {
            _streams.SetPosition(position.Latitude, position.Longitude);
        }
    }

    private void EndInTrack(string name, ReadOnlySpan<byte> text)
    {
        if (name == GpxNames.Track)
        {
            _isInTrack = false;
        }
        else if (name == GpxNames.Type && Parent == GpxNames.Track)
        {
            _type ??= Trimmed(text);
        }
        else if (name == GpxNames.Name && Parent == GpxNames.Track)
        {
            _name = Trimmed(text);
        }
    }

    private void EndInPoint(string name, ReadOnlySpan<byte> text)
    {
        switch (name)
        {
            case GpxNames.TrackPoint:
                _isInPoint = false;
                break;
            case GpxNames.Time when Time(name, text) is { } time:
                _streams.SetTime(time);
                break;
            case GpxNames.Elevation when Number(name, text) is { } metres:
                _streams.SetAltitude(metres);
                break;
        }
    }

    private void EndInExtensions(string name, ReadOnlySpan<byte> text)
    {
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
            case GpxNames.Distance when Number(name, text) is { } metres:
                _streams.SetDistance(metres);
                break;
            case GpxNames.Power when Number(name, text) is { } watts:
                _streams.SetPower(watts);
                break;
            case GpxNames.TpxSpeed when Number(name, text) is { } speed:
                _streams.SetSpeed(speed);
                break;
        }
    }
}
