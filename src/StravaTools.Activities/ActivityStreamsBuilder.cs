using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StravaTools.Activities;

/// <summary>Collects points one by one. A reader calls <see cref="BeginPoint"/>, then sets what the point carries.</summary>
internal sealed class ActivityStreamsBuilder
{
    private readonly List<SourceLocation> _locations = [];
    private readonly Column<double> _time = new(double.NaN), _latitude = new(double.NaN), _longitude = new(double.NaN), _distance = new(double.NaN);
    private readonly Column<float> _altitude = new(float.NaN), _speed = new(float.NaN), _heartRate = new(float.NaN), _cadence = new(float.NaN),
        _power = new(float.NaN), _temperature = new(float.NaN);

    private DateTimeOffset? _origin;

    public int Count => _locations.Count;

    private int Current => _locations.Count - 1;

    public void BeginPoint(SourceLocation location) => _locations.Add(location);

    public void SetTime(DateTimeOffset time)
    {
        _origin ??= time;
        _time.Set(Current, (time - _origin.Value).TotalSeconds);
    }

    public void SetPosition(double latitude, double longitude)
    {
        _latitude.Set(Current, latitude);
        _longitude.Set(Current, longitude);
    }

    public void SetAltitude(double metres) => _altitude.Set(Current, (float)metres);

    public void SetDistance(double metres) => _distance.Set(Current, metres);

    public void SetSpeed(double metresPerSecond) => _speed.Set(Current, (float)metresPerSecond);

    public void SetHeartRate(double beatsPerMinute) => _heartRate.Set(Current, (float)beatsPerMinute);

    public void SetCadence(double revolutionsPerMinute) => _cadence.Set(Current, (float)revolutionsPerMinute);

    public void SetPower(double watts) => _power.Set(Current, (float)watts);

    public void SetTemperature(double celsius) => _temperature.Set(Current, (float)celsius);

    /// <summary>Adds a point as another recording has it.</summary>
    public void CopyPoint(ActivityStreams source, int point)
    {
        BeginPoint(source.Locations[point]);
        if (source.TimeOf(point) is { } time)
        {
            SetTime(time);
        }

        _latitude.Copy(source.Latitude, point, Current);
        _longitude.Copy(source.Longitude, point, Current);
        _altitude.Copy(source.Altitude, point, Current);
        _distance.Copy(source.Distance, point, Current);
        _speed.Copy(source.Speed, point, Current);
        _heartRate.Copy(source.HeartRate, point, Current);
        _cadence.Copy(source.Cadence, point, Current);
        _power.Copy(source.Power, point, Current);
        _temperature.Copy(source.Temperature, point, Current);
    }

    public ActivityStreams Build() => new()
    {
        Count = Count,
        Origin = _origin,
        Locations = [.. _locations],
        Time = _time.ToArray(Count),
        Latitude = _latitude.ToArray(Count),
        Longitude = _longitude.ToArray(Count),
        Altitude = _altitude.ToArray(Count),
        Distance = _distance.ToArray(Count),
        Speed = _speed.ToArray(Count),
        HeartRate = _heartRate.ToArray(Count),
        Cadence = _cadence.ToArray(Count),
        Power = _power.ToArray(Count),
        Temperature = _temperature.ToArray(Count),
    };

    /// <summary>One stream. It costs nothing until a first point carries a value.</summary>
    private sealed class Column<T>(T missing)
        where T : struct, IEquatable<T>
    {
        private readonly List<T> _values = [];

        public void Set(int point, T value)
        {
            Pad(point);
            if (point < _values.Count)
            {
                _values[point] = value;
            }
            else
            {
                _values.Add(value);
            }
        }

        public void Copy(ImmutableArray<T> source, int from, int to)
        {
            if (!source.IsEmpty && !missing.Equals(source[from]))
            {
                Set(to, source[from]);
            }
        }

        public ImmutableArray<T> ToArray(int count)
        {
            if (_values.Count == 0)
            {
                return [];
            }

            Pad(count);
            return ImmutableCollectionsMarshal.AsImmutableArray(_values.ToArray());
        }

        private void Pad(int count)
        {
            while (_values.Count < count)
            {
                _values.Add(missing);
            }
        }
    }
}
