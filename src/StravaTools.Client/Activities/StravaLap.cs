using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Client.Athletes;
using StravaTools.Client.Representations;

namespace StravaTools.Client.Activities;

/// <summary>A lap, as the athlete's device triggered it (strava-activities.md, "List activity laps").</summary>
public sealed record StravaLap
{
    /// <summary>Its id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>2: a summary.</summary>
    public int? ResourceState { get; init; }

    /// <summary>As Lap 1.</summary>
    public string? Name { get; init; }

    /// <summary>The activity it is of.</summary>
    public StravaReference? Activity { get; init; }

    /// <summary>Whose it is; meta.</summary>
    public StravaAthlete? Athlete { get; init; }

    /// <summary>1 for the first.</summary>
    public int? LapIndex { get; init; }

    /// <summary>1 for the first.</summary>
    public int? Split { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>The instant it began.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The athlete's wall clock when it began.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Where it begins in the streams.</summary>
    public int? StartIndex { get; init; }

    /// <summary>Where it ends in the streams.</summary>
    public int? EndIndex { get; init; }

    /// <summary>Metres.</summary>
    public double? TotalElevationGain { get; init; }

    /// <summary>Metres per second.</summary>
    public double? AverageSpeed { get; init; }

    /// <summary>Metres per second.</summary>
    public double? MaxSpeed { get; init; }

    /// <summary>Revolutions per minute.</summary>
    public double? AverageCadence { get; init; }

    /// <summary>Beats per minute, if recorded, as all that follows but the zone.</summary>
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute.</summary>
    public double? MaxHeartrate { get; init; }

    /// <summary>Watts.</summary>
    public double? AverageWatts { get; init; }

    /// <summary>True if the watts are from a power meter.</summary>
    public bool? DeviceWatts { get; init; }

    /// <summary>By the race times that the athlete gave; runs only.</summary>
    public int? PaceZone { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
