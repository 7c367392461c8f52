using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Client.Athletes;
using StravaTools.Client.Representations;

namespace StravaTools.Client.Activities;

/// <summary>A lap, as recorded by the athlete's device (strava-activities.md, "List activity laps").</summary>
public sealed record StravaLap
{
    /// <summary>The 64-bit ID.</summary>
    public long Id { get; init; }

    /// <summary>2: a summary.</summary>
    public int? ResourceState { get; init; }

    /// <summary>The name, such as Lap 1.</summary>
    public string? Name { get; init; }

    /// <summary>The activity that it belongs to.</summary>
    public StravaReference? Activity { get; init; }

    /// <summary>The athlete it belongs to; meta.</summary>
    public StravaAthlete? Athlete { get; init; }

    /// <summary>1 for the first.</summary>
    public int? LapIndex { get; init; }

    /// <summary>1 for the first.</summary>
    public int? Split { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>The start time.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The start time in the athlete's local time.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>Meters.</summary>
    public double? Distance { get; init; }

    /// <summary>Index of the first value in the streams.</summary>
    public int? StartIndex { get; init; }

    /// <summary>Index of the last value in the streams.</summary>
    public int? EndIndex { get; init; }

    /// <summary>Meters.</summary>
    public double? TotalElevationGain { get; init; }

    /// <summary>Meters per second.</summary>
    public double? AverageSpeed { get; init; }

    /// <summary>Meters per second.</summary>
    public double? MaxSpeed { get; init; }

    /// <summary>Revolutions per minute.</summary>
    public double? AverageCadence { get; init; }

    /// <summary>Beats per minute. This and the following properties, except the zone, are null unless recorded.</summary>
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute.</summary>
    public double? MaxHeartrate { get; init; }

    /// <summary>Watts.</summary>
    public double? AverageWatts { get; init; }

    /// <summary>True if the watts are from a power meter.</summary>
    public bool? DeviceWatts { get; init; }

    /// <summary>Based on the athlete's race times; runs only.</summary>
    public int? PaceZone { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
