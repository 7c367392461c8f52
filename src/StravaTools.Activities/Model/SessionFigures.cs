namespace StravaTools.Activities.Model;

/// <summary>
/// Averages, maxima and totals that a FIT session tells (strava-uploads.md, "FIT"). Where points tell the same they are the better witness;
/// these stand in for points that do not.
/// </summary>
public sealed record SessionFigures
{
    /// <summary>Nothing told.</summary>
    public static SessionFigures None { get; } = new();

    /// <summary>Metres.</summary>
    public double? TotalDescent { get; init; }

    /// <summary>Metres per second.</summary>
    public double? AverageSpeed { get; init; }

    /// <summary>Metres per second.</summary>
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
    /// Revolutions of the cranks; on foot strides, of two steps each (FIT <c>total_strides</c>, another name of the same field).
    /// </summary>
    public double? TotalCycles { get; init; }

    /// <summary>Metres.</summary>
    public double? AverageStepLength { get; init; }

    /// <summary>How many laps the device counted.</summary>
    public int? LapCount { get; init; }
}
