namespace StravaTools.Activities.Model;

/// <summary>
/// Averages, maxima, and totals of a FIT session (strava-uploads.md, "FIT"). Values that can be computed from points are preferred; these
/// are used if the points lack them.
/// </summary>
public sealed record SessionFigures
{
    /// <summary>No values.</summary>
    public static SessionFigures None { get; } = new();

    /// <summary>Meters.</summary>
    public double? TotalDescent { get; init; }

    /// <summary>Meters per second.</summary>
    public double? AverageSpeed { get; init; }

    /// <summary>Meters per second.</summary>
    public double? MaxSpeed { get; init; }

    /// <summary>Beats per minute.</summary>
    public double? AverageHeartRate { get; init; }

    /// <summary>Revolutions per minute; for running, of one leg.</summary>
    public double? AverageCadence { get; init; }

    /// <summary>Degrees Celsius.</summary>
    public double? AverageTemperature { get; init; }

    /// <summary>Joules.</summary>
    public double? TotalWork { get; init; }

    /// <summary>
    /// Revolutions of the cranks; on foot, strides of two steps each (FIT <c>total_strides</c>, another name of the same field).
    /// </summary>
    public double? TotalCycles { get; init; }

    /// <summary>Meters.</summary>
    public double? AverageStepLength { get; init; }

    /// <summary>The number of laps that the device counted.</summary>
    public int? LapCount { get; init; }
}
