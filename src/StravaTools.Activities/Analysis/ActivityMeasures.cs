using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// The figures of an activity: those of the device if the file has them, or else computed from the points. Other values are null.
/// </summary>
public sealed record ActivityMeasures
{
    private ActivityMeasures(Activity activity) => Activity = activity;

    /// <summary>Strava's sport type; null if Strava's documents map none.</summary>
    public SportType? SportType => Activity.SportType;

    /// <summary>The name of the activity in the file.</summary>
    public string? Name => Activity.Name;

    /// <summary>The start.</summary>
    public DateTimeOffset? StartTime => Activity.StartTime;

    /// <summary>Meters.</summary>
    public double? Distance { get; private init; }

    /// <summary>The time from start to end, including pauses.</summary>
    public TimeSpan? ElapsedTime { get; private init; }

    /// <summary>The time without rests, by <see cref="Analysis.MovingTime"/>; without points, the timer time of the device.</summary>
    public TimeSpan? MovingTime { get; private init; }

    /// <summary>Meters climbed.</summary>
    public double? ElevationGain { get; private init; }

    /// <summary>Meters per second of moving.</summary>
    public double? AverageSpeed { get; private init; }

    /// <summary>Meters per second.</summary>
    public double? MaxSpeed { get; private init; }

    /// <summary>Beats per minute.</summary>
    public double? AverageHeartRate { get; private init; }

    /// <summary>Beats per minute.</summary>
    public double? MaxHeartRate { get; private init; }

    /// <summary>Revolutions per minute; for running, of one leg.</summary>
    public double? AverageCadence { get; private init; }

    /// <summary>Watts.</summary>
    public double? AveragePower { get; private init; }

    /// <summary>Watts: <see cref="WeightedPower"/>.</summary>
    public double? WeightedAveragePower { get; private init; }

    /// <summary>Watts.</summary>
    public double? MaxPower { get; private init; }

    /// <summary>Degrees Celsius.</summary>
    public double? AverageTemperature { get; private init; }

    /// <summary>Kilocalories by the summary of the file.</summary>
    public double? Calories => Activity.Calories;

    /// <summary>The number of recorded points.</summary>
    public int PointCount => Activity.Streams.Count;

    /// <summary>The laps of the device; empty if it recorded one lap or none.</summary>
    public ImmutableArray<ActivityStretch> Laps { get; private init; } = [];

    /// <summary>Splits of a kilometer; the last one is the remainder.</summary>
    public ImmutableArray<ActivityStretch> Splits { get; private init; } = [];

    /// <summary>The fastest times over Strava's distances.</summary>
    public ImmutableArray<BestEffort> BestEfforts { get; private init; } = [];

    /// <summary>The highest average powers.</summary>
    public ImmutableArray<BestPower> BestPowers { get; private init; } = [];

    /// <summary>The time in five zones of 60, 70, 80, and 90% of the maximum heart rate.</summary>
    public ImmutableArray<ZoneTime> HeartRateZones { get; private init; } = [];

    /// <summary>The time in seven zones of 55, 75, 90, 105, 120, and 150% of the functional threshold power.</summary>
    public ImmutableArray<ZoneTime> PowerZones { get; private init; } = [];

    internal Activity Activity { get; }

    /// <summary>Measures an activity.</summary>
    public static ActivityMeasures Measure(Activity activity) => Measure(activity, MeasureOptions.Default);

    /// <inheritdoc cref="Measure(Activity)"/>
    /// <param name="activity">The activity.</param>
    /// <param name="options">What zones depend on.</param>
    public static ActivityMeasures Measure(Activity activity, MeasureOptions options)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(options);
        var streams = activity.Streams;
        var maximum = MovingAverage.Maximum(streams.HeartRate);
        return MeasureWay(activity) with
        {
            MaxHeartRate = maximum,
            Laps = StretchAnalysis.MeasureLaps(activity),
            Splits = StretchAnalysis.MeasureSplits(activity),
            BestEfforts = [.. EffortAnalysis.FindBestEfforts(streams)],
            BestPowers = PowerCurve.FindBestPowers(streams),
            HeartRateZones = Zones.MeasureHeartRate(streams, options.MaxHeartRate ?? maximum),
            PowerZones = Zones.MeasurePower(streams, options.FunctionalThresholdPower),
        };
    }

    private static ActivityMeasures MeasureWay(Activity activity)
    {
        var (streams, figures) = (activity.Streams, activity.Figures);
        var intervals = Analysis.MovingTime.Intervals(streams);
        var distance = activity.Distance ?? DistanceAnalysis.TotalDistance(streams);
        var moving = Analysis.MovingTime.TotalTime(streams) ?? activity.TimerTime;
        return new ActivityMeasures(activity)
        {
            Distance = distance,
            ElapsedTime = activity.ElapsedTime ?? streams.LastTime - streams.Origin,
            MovingTime = moving,
            ElevationGain = activity.TotalAscent ?? Analysis.ElevationGain.TotalGain(streams),
            AverageSpeed = SpeedAnalysis.AverageSpeed(distance, moving) ?? figures.AverageSpeed,
            MaxSpeed = SpeedAnalysis.MaxSpeed(streams) ?? figures.MaxSpeed,
            AverageHeartRate = MovingAverage.WeightedByTime(streams.HeartRate, intervals) ?? figures.AverageHeartRate,
            AverageCadence = MovingAverage.WeightedByTime(streams.Cadence, intervals) ?? figures.AverageCadence,
            AveragePower = MovingAverage.WeightedByTime(streams.Power, intervals),
            WeightedAveragePower = WeightedPower.ComputeWeightedPower(streams),
            MaxPower = MovingAverage.Maximum(streams.Power),
            AverageTemperature = MovingAverage.WeightedByTime(streams.Temperature, intervals) ?? figures.AverageTemperature,
        };
    }
}
