using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary>An effort on a segment.</summary>
public sealed record SegmentEffort : ActivityEffort
{
    /// <summary>True if it is only returned with include_all_efforts.</summary>
    public bool Hidden { get; init; }

    /// <summary>Revolutions per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageCadence { get; init; }

    /// <summary>Beats per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageHeartrate { get; init; }

    /// <summary>True if there are watts: efforts only have recorded watts.</summary>
    public bool DeviceWatts => AverageWatts is not null;

    /// <summary>Watts, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageWatts { get; init; }
}
