using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary>A split of a run (strava-activities.md, "Example activity").</summary>
public sealed record ActivitySplit
{
    /// <summary>Metres per second of moving time.</summary>
    public double AverageSpeed { get; init; }

    /// <summary>Metres.</summary>
    public double Distance { get; init; }

    /// <summary>Seconds.</summary>
    public int ElapsedTime { get; init; }

    /// <summary>Metres that the end is above the beginning; null without altitudes.</summary>
    public double? ElevationDifference { get; init; }

    /// <summary>By the race time that the athlete gave; absent without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PaceZone { get; init; }

    /// <summary>Seconds.</summary>
    public int MovingTime { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Split { get; init; }
}
