using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>A split of a run (strava-activities.md, "Example activity").</summary>
public sealed record ActivitySplit
{
    /// <summary>Meters per second of moving time.</summary>
    public double AverageSpeed { get; init; }

    /// <summary>Meters.</summary>
    public double Distance { get; init; }

    /// <summary>Seconds.</summary>
    public int ElapsedTime { get; init; }

    /// <summary>Meters between the altitudes of start and end; null without altitudes.</summary>
    public double? ElevationDifference { get; init; }

    /// <summary>Meters per second, as if the route were flat. The fake does not adjust it: it is the average speed.</summary>
    [OnlyIn(FakeProfile.Current)]
    public double AverageGradeAdjustedSpeed => AverageSpeed;

    /// <summary>Beats per minute, if recorded.</summary>
    [OnlyIn(FakeProfile.Current)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageHeartrate { get; init; }

    /// <summary>By the athlete's race time; absent without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PaceZone { get; init; }

    /// <summary>Seconds.</summary>
    public int MovingTime { get; init; }

    /// <summary>Counts from 1.</summary>
    public int Split { get; init; }
}
