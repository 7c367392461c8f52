using StravaTools.Activities.Model;

namespace StravaTools.PowerShell.Views;

/// <summary>A recorded point of an activity as a row. Values that were not recorded are null.</summary>
public sealed record ActivityPoint
{
    /// <summary>When it was recorded.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>Meters above sea level.</summary>
    public double? Altitude { get; init; }

    /// <summary>Meters since the start.</summary>
    public double? Distance { get; init; }

    /// <summary>Meters per second.</summary>
    public double? Speed { get; init; }

    /// <summary>Beats per minute.</summary>
    public double? HeartRate { get; init; }

    /// <summary>Revolutions per minute.</summary>
    public double? Cadence { get; init; }

    /// <summary>Watts.</summary>
    public double? Power { get; init; }

    /// <summary>Degrees Celsius.</summary>
    public double? Temperature { get; init; }

    /// <summary>Returns the points of streams, in their order. The property Points of an activity calls it.</summary>
    public static IEnumerable<ActivityPoint> FromStreams(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        return Enumerable.Range(0, streams.Count).Select(point => FromStreams(streams, point));
    }

    private static ActivityPoint FromStreams(ActivityStreams streams, int point) => new()
    {
        Time = streams.TimeOf(point),
        Latitude = ReadValue(streams.Latitude, point),
        Longitude = ReadValue(streams.Longitude, point),
        Altitude = ReadValue(streams.Altitude, point),
        Distance = ReadValue(streams.Distance, point),
        Speed = ReadValue(streams.Speed, point),
        HeartRate = ReadValue(streams.HeartRate, point),
        Cadence = ReadValue(streams.Cadence, point),
        Power = ReadValue(streams.Power, point),
        Temperature = ReadValue(streams.Temperature, point),
    };

    private static double? ReadValue(IReadOnlyList<double> values, int point)
    {
        if (values.Count > point && !double.IsNaN(values[point]))
        {
            return values[point];
        }

        return null;
    }

    /// <summary>The shortest decimal number that the stored value stands for: 12.3 and not 12.300000190734863.</summary>
    private static double? ReadValue(IReadOnlyList<float> values, int point)
    {
        if (values.Count > point && !float.IsNaN(values[point]))
        {
            return (double)(decimal)values[point];
        }

        return null;
    }
}
