using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>The streams of all records, filled block by block and within a block field by field.</summary>
/// <param name="count">The number of all records.</param>
internal sealed class FitRecordStreams(int count)
{
    private const uint CompressedDistanceMask = 0xFFF;

    private readonly SourceLocation[] _locations = GC.AllocateUninitializedArray<SourceLocation>(count);

    /// <summary>In semicircles until the streams are built.</summary>
    private readonly FitRecordColumn<double> _latitude = new(count);
    private readonly FitRecordColumn<double> _longitude = new(count);
    private readonly FitRecordColumn<double> _distance = new(count);
    private readonly FitRecordColumn<float> _altitude = new(count);
    private readonly FitRecordColumn<float> _speed = new(count);
    private readonly FitRecordColumn<float> _heartRate = new(count);
    private readonly FitRecordColumn<float> _cadence = new(count);
    private readonly FitRecordColumn<float> _power = new(count);
    private readonly FitRecordColumn<float> _temperature = new(count);

    /// <summary>The distance in 1/16 m that compressed distances continue from.</summary>
    private uint _lastDistance;

    public void SetLocations(in FitRecordRun run, int firstPoint)
    {
        var locations = _locations.AsSpan(firstPoint, run.Count);
        for (var i = 0; i < locations.Length; i++)
        {
            locations[i] = SourceLocation.AtOffset(run.Position + (i * run.Stride));
        }
    }

    /// <summary>
    /// Reads the fields of all records. A record with a compressed distance continues from that of the record before it, so such records
    /// are read one by one if they also have a distance of their own.
    /// </summary>
    public void ReadBlock(in FitRecordBlock block)
    {
        var definition = block.Definition;
        if (definition.MixedDistance is not { } mixed || !HasCompressed(mixed, block))
        {
            ReadFields(definition.DeveloperSteps ?? [], block);
            ReadFields(definition.RecordSteps, block);
            return;
        }

        for (var i = 0; i < block.Count; i++)
        {
            ReadFields(definition.DeveloperSteps ?? [], block.At(i));
            ReadFields(definition.RecordSteps, block.At(i));
        }
    }

    private static bool HasCompressed(in FitRecordStep step, in FitRecordBlock block)
    {
        for (var i = 0; i < block.Count; i++)
        {
            if (CompressedAt(i, step, block).ContainsAnyExcept((byte)0xFF))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> CompressedAt(int index, in FitRecordStep step, in FitRecordBlock block) =>
        block.From(step).Slice(index * block.Stride, step.Size);

    /// <summary>Of two fields with the same target, the later one wins in each record in which it is valid.</summary>
    private void ReadFields(ReadOnlySpan<FitRecordStep> steps, in FitRecordBlock block)
    {
        foreach (ref readonly var step in steps)
        {
            switch (step.Target)
            {
                case FitRecordTarget.Latitude:
                    _latitude.ReadField(step, block);
                    break;
                case FitRecordTarget.Longitude:
                    _longitude.ReadField(step, block);
                    break;
                case FitRecordTarget.Altitude:
                    _altitude.ReadField(step, block);
                    break;
                case FitRecordTarget.CompressedSpeedDistance:
                    ReadCompressed(step, block);
                    break;
                case FitRecordTarget.Distance:
                    _distance.ReadField(step, block);
                    KeepLastDistance(block);
                    break;
                case FitRecordTarget.Speed:
                    _speed.ReadField(step, block);
                    break;
                case FitRecordTarget.HeartRate:
                    _heartRate.ReadField(step, block);
                    break;
                case FitRecordTarget.Cadence:
                    _cadence.ReadField(step, block);
                    break;
                case FitRecordTarget.Power:
                    _power.ReadField(step, block);
                    break;
                case FitRecordTarget.Temperature:
                    _temperature.ReadField(step, block);
                    break;
            }
        }
    }

    /// <param name="origin">The first time.</param>
    /// <param name="time">The seconds since then.</param>
    public ActivityStreams BuildStreams(DateTimeOffset? origin, ImmutableArray<double> time)
    {
        FinishPositions();
        return new()
        {
            Count = count,
            Origin = origin,
            Locations = ImmutableCollectionsMarshal.AsImmutableArray(_locations),
            Time = time,
            Latitude = _latitude.ToStream(),
            Longitude = _longitude.ToStream(),
            Altitude = _altitude.ToStream(),
            Distance = _distance.ToStream(),
            Speed = _speed.ToStream(),
            HeartRate = _heartRate.ToStream(),
            Cadence = _cadence.ToStream(),
            Power = _power.ToStream(),
            Temperature = _temperature.ToStream(),
        };
    }

    private void KeepLastDistance(in FitRecordBlock block)
    {
        if (_distance.Values.IsEmpty)
        {
            return;
        }

        var values = _distance.Values.Slice(block.FirstPoint, block.Count);
        var last = values.LastIndexOfAnyExcept(double.NaN);
        if (last >= 0)
        {
            _lastDistance = (uint)(long)(values[last] * FitFields.Record.CompressedDistanceScale);
        }
    }

    /// <summary>Three bytes: 12 bits of speed, then the low 12 bits of the distance. If all bits are set, there is no value.</summary>
    private void ReadCompressed(in FitRecordStep step, in FitRecordBlock block)
    {
        for (var i = 0; i < block.Count; i++)
        {
            var bytes = CompressedAt(i, step, block);
            if (bytes.ContainsAnyExcept((byte)0xFF))
            {
                var low = (uint)((bytes[1] >> 4) | (bytes[2] << 4));
                _lastDistance = unchecked(_lastDistance + ((low - _lastDistance) & CompressedDistanceMask));
                _speed.SetValue(
                    block.FirstPoint + i, (bytes[0] | ((bytes[1] & 0x0F) << 8)) / FitFields.Record.CompressedSpeedScale);
                _distance.SetValue(block.FirstPoint + i, _lastDistance / FitFields.Record.CompressedDistanceScale);
            }
        }
    }

    /// <summary>A position needs both of its values.</summary>
    private void FinishPositions()
    {
        var latitudes = _latitude.Values;
        var longitudes = _longitude.Values;
        var hasPosition = false;
        for (var i = 0; i < latitudes.Length && i < longitudes.Length; i++)
        {
            if (double.IsNaN(latitudes[i]) || double.IsNaN(longitudes[i]))
            {
                latitudes[i] = longitudes[i] = double.NaN;
                continue;
            }

            latitudes[i] = FitSemicircles.ToDegrees(latitudes[i]);
            longitudes[i] = FitSemicircles.ToDegrees(longitudes[i]);
            hasPosition = true;
        }

        if (!hasPosition)
        {
            _latitude.Clear();
            _longitude.Clear();
        }
    }
}
