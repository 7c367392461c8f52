using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Reads points from record messages.</summary>
internal sealed class FitRecords
{
    private const uint CompressedDistanceMask = 0xFFF;

    private readonly ActivityStreamsBuilder _points = new();

    /// <summary>The distance in 1/16 m that compressed distances continue from.</summary>
    private uint _distance;

    public int Count { get; private set; }

    public ActivityStreams BuildStreams() => _points.BuildStreams();

    /// <param name="message">The record.</param>
    /// <param name="developerSteps">How to read its developer fields. A field of the profile with the same target wins.</param>
    public void AddRecord(in FitMessage message, FitRecordStep[] developerSteps)
    {
        Count++;
        _points.BeginPoint(message.Location);
        if (message.Timestamp is { } seconds)
        {
            _points.SetTime(FitTime.ToInstant(seconds));
        }

        foreach (var step in developerSteps)
        {
            var number = message.NumberAt(step.Position, step.Type);
            if (!double.IsNaN(number))
            {
                SetValue(step.Target, (number / step.Scale) - step.Offset);
            }
        }

        var latitude = double.NaN;
        var longitude = double.NaN;
        foreach (ref readonly var step in message.Definition.RecordSteps.AsSpan())
        {
            if (step.Target == FitRecordTarget.CompressedSpeedDistance)
            {
                AddCompressed(message.FieldBytes(step.Position, step.Size));
                continue;
            }

            var number = message.NumberAt(step.Position, step.Type);
            if (double.IsNaN(number))
            {
                continue;
            }

            switch (step.Target)
            {
                case FitRecordTarget.Latitude:
                    latitude = number;
                    break;
                case FitRecordTarget.Longitude:
                    longitude = number;
                    break;
                default:
                    SetValue(step.Target, (number / step.Scale) - step.Offset);
                    break;
            }
        }

        if (!double.IsNaN(latitude) && !double.IsNaN(longitude))
        {
            _points.SetPosition(FitSemicircles.ToDegrees(latitude), FitSemicircles.ToDegrees(longitude));
        }
    }

    private void SetValue(FitRecordTarget target, double value)
    {
        switch (target)
        {
            case FitRecordTarget.Altitude:
                _points.SetAltitude(value);
                break;
            case FitRecordTarget.Distance:
                _points.SetDistance(value);
                _distance = (uint)(long)(value * FitFields.Record.CompressedDistanceScale);
                break;
            case FitRecordTarget.Speed:
                _points.SetSpeed(value);
                break;
            case FitRecordTarget.HeartRate:
                _points.SetHeartRate(value);
                break;
            case FitRecordTarget.Cadence:
                _points.SetCadence(value);
                break;
            case FitRecordTarget.Power:
                _points.SetPower(value);
                break;
            case FitRecordTarget.Temperature:
                _points.SetTemperature(value);
                break;
        }
    }

    /// <summary>Three bytes: 12 bits of speed, then the low 12 bits of the distance. If all bits are set, there is no value.</summary>
    private void AddCompressed(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.ContainsAnyExcept((byte)0xFF))
        {
            return;
        }

        _points.SetSpeed((bytes[0] | ((bytes[1] & 0x0F) << 8)) / FitFields.Record.CompressedSpeedScale);
        var low = (uint)((bytes[1] >> 4) | (bytes[2] << 4));
        _distance = unchecked(_distance + ((low - _distance) & CompressedDistanceMask));
        _points.SetDistance(_distance / FitFields.Record.CompressedDistanceScale);
    }
}
