using System.Globalization;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Analysis;

/// <summary>A lap or a split with the values of its points.</summary>
public sealed record ActivityStretch
{
    /// <summary>Counts from 1.</summary>
    public int Number { get; init; }

    /// <summary>The time from the origin of the points to its start.</summary>
    public TimeSpan StartOffset { get; init; }

    /// <summary>Meters.</summary>
    public double Distance { get; init; }

    /// <summary>The time from start to end, including rests.</summary>
    public TimeSpan ElapsedTime { get; init; }

    /// <summary>The time of moving.</summary>
    public TimeSpan MovingTime { get; init; }

    /// <summary>Meters per second of moving; null without distance or moving time.</summary>
    public double? AverageSpeed { get; init; }

    /// <summary>Meters climbed; null without altitudes.</summary>
    public double? ElevationGain { get; init; }

    /// <summary>Beats per minute; null without heart rates.</summary>
    public double? AverageHeartRate { get; init; }

    /// <summary>Revolutions per minute; for running, of one leg.</summary>
    public double? AverageCadence { get; init; }

    /// <summary>Watts; null without power.</summary>
    public double? AveragePower { get; init; }

    /// <summary>Its first point.</summary>
    public int FirstPoint { get; init; }

    /// <summary>Its last point.</summary>
    public int LastPoint { get; init; }

    /// <summary>The number, the kilometers, and the elapsed time, such as "1: 1.01 km in 2:50".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Number}: {Distance / 1000:0.00} km in {DurationText.Format(ElapsedTime)}");
}
