using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace StravaTools.Activities.Model;

/// <summary>
/// The recorded points as a struct of arrays. Every stream is either empty (no point has a value) or as long as
/// <see cref="Count"/>; a missing value is NaN. Two instances are equal if all their values are.
/// </summary>
public sealed record ActivityStreams
{
    /// <summary>No points.</summary>
    public static ActivityStreams Empty { get; } = new();

    /// <summary>The number of points.</summary>
    public int Count { get; init; }

    /// <summary>The instant from which <see cref="Time"/> counts: the time of the first point that has one.</summary>
    public DateTimeOffset? Origin { get; init; }

    /// <summary>Seconds since <see cref="Origin"/>.</summary>
    public ImmutableArray<double> Time { get; init; } = [];

    /// <summary>Degrees north, WGS 84, -90 to 90.</summary>
    public ImmutableArray<double> Latitude { get; init; } = [];

    /// <summary>Degrees east, WGS 84, -180 to 180.</summary>
    public ImmutableArray<double> Longitude { get; init; } = [];

    /// <summary>Meters above sea level.</summary>
    public ImmutableArray<float> Altitude { get; init; } = [];

    /// <summary>Meters since the start, as recorded.</summary>
    public ImmutableArray<double> Distance { get; init; } = [];

    /// <summary>Meters per second.</summary>
    public ImmutableArray<float> Speed { get; init; } = [];

    /// <summary>Beats per minute.</summary>
    public ImmutableArray<float> HeartRate { get; init; } = [];

    /// <summary>Revolutions per minute; for running, of one leg.</summary>
    public ImmutableArray<float> Cadence { get; init; } = [];

    /// <summary>Watts.</summary>
    public ImmutableArray<float> Power { get; init; } = [];

    /// <summary>Degrees Celsius.</summary>
    public ImmutableArray<float> Temperature { get; init; } = [];

    /// <summary>The place of each point in its file.</summary>
    internal ImmutableArray<SourceLocation> Locations { get; init; } = [];

    /// <summary>The instant of a point; null if the point has no time.</summary>
    public DateTimeOffset? TimeOf(int point)
    {
        if (Origin is { } origin && !Time.IsEmpty && !double.IsNaN(Time[point]))
        {
            return origin + Durations.FromSeconds(Time[point]);
        }

        return null;
    }

    /// <summary>The instant of the last point with a time, in the order of the points; null if no point has one.</summary>
    public DateTimeOffset? LastTime
    {
        get
        {
            for (var i = Time.Length - 1; i >= 0; i--)
            {
                if (TimeOf(i) is { } time)
                {
                    return time;
                }
            }

            return null;
        }
    }

    /// <summary>The earliest and the latest time, independent of the order of the points; null if no point has a time.</summary>
    internal (DateTimeOffset Start, DateTimeOffset End)? FindTimeRange()
    {
        var earliest = -1;
        var latest = -1;
        var times = Time.AsSpan();
        for (var i = 0; i < times.Length; i++)
        {
            if (double.IsNaN(times[i]))
            {
                continue;
            }

            if (earliest < 0 || times[i] < times[earliest])
            {
                earliest = i;
            }

            if (latest < 0 || times[i] >= times[latest])
            {
                latest = i;
            }
        }

        if (earliest >= 0 && TimeOf(earliest) is { } start && TimeOf(latest) is { } end)
        {
            return (start, end);
        }

        return null;
    }

    /// <summary>
    /// Some of the points, in the given order, as streams with an <see cref="Origin"/> of their own. Streams in
    /// which none of them has a value are empty.
    /// </summary>
    internal ActivityStreams SelectPoints(ReadOnlySpan<int> points)
    {
        var origin = FirstTime(points);
        var time = SelectPoints(Time, points);
        if (origin is { } first && Origin is { } all)
        {
            var shift = (double)(first.UtcTicks - all.UtcTicks) / TimeSpan.TicksPerSecond;
            time = ShiftTimes(time.AsSpan(), shift);
        }

        return new ActivityStreams
        {
            Count = points.Length,
            Origin = origin,
            Time = time,
            Latitude = SelectPoints(Latitude, points),
            Longitude = SelectPoints(Longitude, points),
            Altitude = SelectPoints(Altitude, points),
            Distance = SelectPoints(Distance, points),
            Speed = SelectPoints(Speed, points),
            HeartRate = SelectPoints(HeartRate, points),
            Cadence = SelectPoints(Cadence, points),
            Power = SelectPoints(Power, points),
            Temperature = SelectPoints(Temperature, points),
            Locations = SelectLocations(points),
        };
    }

    /// <summary>True if all values are equal; a missing value equals a missing value.</summary>
    public bool Equals(ActivityStreams? other) =>
        other is not null
        && Count == other.Count
        && Origin == other.Origin
        && Time.HasSameItems(other.Time)
        && Latitude.HasSameItems(other.Latitude)
        && Longitude.HasSameItems(other.Longitude)
        && Altitude.HasSameItems(other.Altitude)
        && Distance.HasSameItems(other.Distance)
        && Speed.HasSameItems(other.Speed)
        && HeartRate.HasSameItems(other.HeartRate)
        && Cadence.HasSameItems(other.Cadence)
        && Power.HasSameItems(other.Power)
        && Temperature.HasSameItems(other.Temperature);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Origin);

    /// <summary>True if the point has a position.</summary>
    public bool HasPosition(int point) =>
        !Latitude.IsEmpty && !Longitude.IsEmpty && !double.IsNaN(Latitude[point]) && !double.IsNaN(Longitude[point]);

    private static ImmutableArray<double> ShiftTimes(ReadOnlySpan<double> times, double shift)
    {
        var shifted = new double[times.Length];
        for (var i = 0; i < shifted.Length; i++)
        {
            shifted[i] = times[i] - shift;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(shifted);
    }

    private ImmutableArray<SourceLocation> SelectLocations(ReadOnlySpan<int> points)
    {
        var picked = ImmutableArray.CreateBuilder<SourceLocation>(points.Length);
        foreach (var point in Locations.IsEmpty ? [] : points)
        {
            picked.Add(Locations[point]);
        }

        return picked.DrainToImmutable();
    }

    private static ImmutableArray<T> SelectPoints<T>(ImmutableArray<T> stream, ReadOnlySpan<int> points)
        where T : IFloatingPointIeee754<T>
    {
        if (stream.IsEmpty)
        {
            return [];
        }

        var picked = new T[points.Length];
        var missing = 0;
        for (var i = 0; i < points.Length; i++)
        {
            picked[i] = stream[points[i]];
            if (T.IsNaN(picked[i]))
            {
                missing++;
            }
        }

        if (missing == picked.Length)
        {
            return [];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(picked);
    }

    private DateTimeOffset? FirstTime(ReadOnlySpan<int> points)
    {
        foreach (var point in points)
        {
            if (TimeOf(point) is { } time)
            {
                return time;
            }
        }

        return null;
    }
}
