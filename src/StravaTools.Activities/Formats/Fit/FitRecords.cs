namespace StravaTools.Activities.Formats.Fit;

/// <summary>Makes points of record messages.</summary>
internal sealed class FitRecords
{
    private const double DegreesPerSemicircle = 180.0 / 0x80000000;
    private const int CompressedSize = 3;
    private const double CompressedSpeedScale = 100;
    private const double CompressedDistanceScale = 16;
    private const uint CompressedDistanceMask = 0xFFF;

    private readonly ActivityStreamsBuilder _points = new();

    /// <summary>The distance in sixteenths of a metre, on which compressed distances go on.</summary>
    private uint _distance;

    public int Count => _points.Count;

    public ActivityStreams Build() => _points.Build();

    public void Add(in FitMessage message)
    {
        _points.BeginPoint(message.Location);
        if (message.Time is { } time)
        {
            _points.SetTime(time);
        }

        AddPlace(message);
        AddMotion(message);
        AddBody(message);
    }

    private void AddPlace(in FitMessage message)
    {
        if (message.Number(FitFields.Record.PositionLat) is { } latitude && message.Number(FitFields.Record.PositionLong) is { } longitude)
        {
            _points.SetPosition(latitude * DegreesPerSemicircle, longitude * DegreesPerSemicircle);
        }

        if ((message.Scaled(FitFields.Record.EnhancedAltitude, 5, 500) ?? message.Scaled(FitFields.Record.Altitude, 5, 500)) is { } altitude)
        {
            _points.SetAltitude(altitude);
        }
    }

    private void AddMotion(in FitMessage message)
    {
        var compressed = message.Bytes(FitFields.Record.CompressedSpeedDistance);
        if (compressed.Length == CompressedSize && compressed.ContainsAnyExcept((byte)0xFF))
        {
            AddCompressed(compressed);
        }

        if (message.Scaled(FitFields.Record.Distance, 100) is { } distance)
        {
            _points.SetDistance(distance);
            _distance = (uint)(long)(distance * CompressedDistanceScale);
        }

        if ((message.Scaled(FitFields.Record.EnhancedSpeed, 1000) ?? message.Scaled(FitFields.Record.Speed, 1000)) is { } speed)
        {
            _points.SetSpeed(speed);
        }
    }

    /// <summary>Three bytes: 12 bits of speed, then the low 12 bits of the distance.</summary>
    private void AddCompressed(ReadOnlySpan<byte> bytes)
    {
        _points.SetSpeed((bytes[0] | ((bytes[1] & 0x0F) << 8)) / CompressedSpeedScale);
        var low = (uint)((bytes[1] >> 4) | (bytes[2] << 4));
        _distance = unchecked(_distance + ((low - _distance) & CompressedDistanceMask));
        _points.SetDistance(_distance / CompressedDistanceScale);
    }

    private void AddBody(in FitMessage message)
    {
        if (message.Number(FitFields.Record.HeartRate) is { } heartRate)
        {
            _points.SetHeartRate(heartRate);
        }

        if (message.Number(FitFields.Record.Cadence) is { } cadence)
        {
            _points.SetCadence(cadence);
        }

        if (message.Number(FitFields.Record.Power) is { } power)
        {
            _points.SetPower(power);
        }

        if (message.Number(FitFields.Record.Temperature) is { } temperature)
        {
            _points.SetTemperature(temperature);
        }
    }
}
