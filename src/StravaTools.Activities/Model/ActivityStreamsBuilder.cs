namespace StravaTools.Activities.Model;

/// <summary>Collects points one by one. A reader calls <see cref="BeginPoint"/>, then sets the values of the point.</summary>
/// <remarks>
/// Values are stored in pooled blocks of <see cref="BlockSize"/> points. All columns begin a block together, so that setting a value is one
/// store, without padding and without copying to grow.
/// </remarks>
internal sealed class ActivityStreamsBuilder
{
    public const int BlockSize = 1024;

    private StreamColumn<SourceLocation> _locations = new(default);
    private StreamColumn<double> _time = new(double.NaN);
    private StreamColumn<double> _latitude = new(double.NaN);
    private StreamColumn<double> _longitude = new(double.NaN);
    private StreamColumn<double> _distance = new(double.NaN);
    private StreamColumn<float> _altitude = new(float.NaN);
    private StreamColumn<float> _speed = new(float.NaN);
    private StreamColumn<float> _heartRate = new(float.NaN);
    private StreamColumn<float> _cadence = new(float.NaN);
    private StreamColumn<float> _power = new(float.NaN);
    private StreamColumn<float> _temperature = new(float.NaN);

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

        _locations.SetValue(_at, location);
    }

    public void SetTime(DateTimeOffset time)
    {
        if (_origin is null)
        {
            _origin = time;
            _originTicks = time.UtcTicks;
        }

        _time.SetValue(_at, (double)(time.UtcTicks - _originTicks) / TimeSpan.TicksPerSecond);
    }

    public void SetPosition(double latitude, double longitude)
    {
        _latitude.SetValue(_at, latitude);
        _longitude.SetValue(_at, longitude);
    }

    public void SetAltitude(double meters) => _altitude.SetValue(_at, (float)meters);

    public void SetDistance(double meters) => _distance.SetValue(_at, meters);

    public void SetSpeed(double metresPerSecond) => _speed.SetValue(_at, (float)metresPerSecond);

    public void SetHeartRate(double beatsPerMinute) => _heartRate.SetValue(_at, (float)beatsPerMinute);

    public void SetCadence(double revolutionsPerMinute) => _cadence.SetValue(_at, (float)revolutionsPerMinute);

    public void SetPower(double watts) => _power.SetValue(_at, (float)watts);

    public void SetTemperature(double celsius) => _temperature.SetValue(_at, (float)celsius);

    /// <summary>Returns the streams. The builder is empty afterwards: each column releases its blocks as soon as they are copied.</summary>
    public ActivityStreams BuildStreams()
    {
        var count = Count;
        _blocks = 0;
        _at = BlockSize - 1;
        if (count == 0)
        {
            return ActivityStreams.Empty;
        }

        return new()
        {
            Count = count,
            Origin = _origin,
            Locations = _locations.TakeValues(count),
            Time = _time.TakeValues(count),
            Latitude = _latitude.TakeValues(count),
            Longitude = _longitude.TakeValues(count),
            Altitude = _altitude.TakeValues(count),
            Distance = _distance.TakeValues(count),
            Speed = _speed.TakeValues(count),
            HeartRate = _heartRate.TakeValues(count),
            Cadence = _cadence.TakeValues(count),
            Power = _power.TakeValues(count),
            Temperature = _temperature.TakeValues(count),
        };
    }

    private void BeginBlock()
    {
        _at = 0;
        if (_blocks++ == 0)
        {
            return;
        }

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
