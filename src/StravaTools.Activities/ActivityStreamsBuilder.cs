namespace StravaTools.Activities;

/// <summary>Collects points one by one. A reader calls <see cref="BeginPoint"/>, then sets what the point carries.</summary>
/// <remarks>
/// Values lie in blocks of <see cref="BlockSize"/> points that are all begun at once, so that a value is one store: nothing is padded, nothing
/// grows by copying, and a file of millions of points costs its streams once and no more.
/// </remarks>
internal sealed class ActivityStreamsBuilder
{
    public const int BlockSize = 1024;

    private readonly StreamColumn<SourceLocation> _locations = new(default);
    private readonly StreamColumn<double> _time = new(double.NaN), _latitude = new(double.NaN), _longitude = new(double.NaN), _distance = new(double.NaN);
    private readonly StreamColumn<float> _altitude = new(float.NaN), _speed = new(float.NaN), _heartRate = new(float.NaN), _cadence = new(float.NaN),
        _power = new(float.NaN), _temperature = new(float.NaN);

    private int _blocks;

    /// <summary>The current point's place in the current block.</summary>
    private int _at = BlockSize - 1;

    private DateTimeOffset? _origin;
    private long _originTicks;

    public int Count => _blocks == 0 ? 0 : ((_blocks - 1) * BlockSize) + _at + 1;

    public void BeginPoint(SourceLocation location)
    {
        if (++_at == BlockSize)
        {
            BeginBlock();
        }

        _locations.Set(_at, location);
    }

    public void SetTime(DateTimeOffset time)
    {
        if (_origin is null)
        {
            _origin = time;
            _originTicks = time.UtcTicks;
        }

        _time.Set(_at, (double)(time.UtcTicks - _originTicks) / TimeSpan.TicksPerSecond);
    }

    public void SetPosition(double latitude, double longitude)
    {
        _latitude.Set(_at, latitude);
        _longitude.Set(_at, longitude);
    }

    public void SetAltitude(double metres) => _altitude.Set(_at, (float)metres);

    public void SetDistance(double metres) => _distance.Set(_at, metres);

    public void SetSpeed(double metresPerSecond) => _speed.Set(_at, (float)metresPerSecond);

    public void SetHeartRate(double beatsPerMinute) => _heartRate.Set(_at, (float)beatsPerMinute);

    public void SetCadence(double revolutionsPerMinute) => _cadence.Set(_at, (float)revolutionsPerMinute);

    public void SetPower(double watts) => _power.Set(_at, (float)watts);

    public void SetTemperature(double celsius) => _temperature.Set(_at, (float)celsius);

    /// <summary>The streams. The builder is empty afterwards: each column gives its blocks away as soon as it is copied.</summary>
    public ActivityStreams Build()
    {
        var count = Count;
        _blocks = 0;
        _at = BlockSize - 1;
        return count == 0 ? ActivityStreams.Empty : new()
        {
            Count = count,
            Origin = _origin,
            Locations = _locations.Take(count),
            Time = _time.Take(count),
            Latitude = _latitude.Take(count),
            Longitude = _longitude.Take(count),
            Altitude = _altitude.Take(count),
            Distance = _distance.Take(count),
            Speed = _speed.Take(count),
            HeartRate = _heartRate.Take(count),
            Cadence = _cadence.Take(count),
            Power = _power.Take(count),
            Temperature = _temperature.Take(count),
        };
    }

    private void BeginBlock()
    {
        _at = 0;
        _blocks++;
        _locations.BeginBlock();
        _time.BeginBlock();
        _latitude.BeginBlock();
        _longitude.BeginBlock();
        _altitude.BeginBlock();
        _distance.BeginBlock();
        _speed.BeginBlock();
        _heartRate.BeginBlock();
        _cadence.BeginBlock();
        _power.BeginBlock();
        _temperature.BeginBlock();
    }
}
