using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>An effort on a segment.</summary>
public sealed record SegmentEffort : ActivityEffort
{
    /// <summary>The segment.</summary>
    public SegmentSummary? Segment { get; init; }

    /// <summary>The rank on the leaderboard at the upload, up to 10.</summary>
    public int? KomRank { get; init; }

    /// <summary>Meters.</summary>
    public double Distance { get; init; }

    /// <summary>True if it is only returned with include_all_efforts.</summary>
    public bool Hidden { get; init; }

    /// <summary>Revolutions per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageCadence { get; init; }

    /// <summary>Beats per minute, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute, if recorded.</summary>
    [OnlyIn(FakeProfile.Current)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MaxHeartrate { get; init; }

    /// <summary>Who sees it: "everyone" or "only_me".</summary>
    [OnlyIn(FakeProfile.Current)]
    public string Visibility => Activity.Visibility;

    /// <summary>True if there are watts: efforts only have recorded watts.</summary>
    public bool DeviceWatts => AverageWatts is not null;

    /// <summary>Watts, if recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AverageWatts { get; init; }
}
