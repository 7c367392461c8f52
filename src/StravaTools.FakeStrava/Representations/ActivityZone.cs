using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary>The distribution over zones of heart rate or power (strava-activities.md, "List activity zones").</summary>
internal sealed record ActivityZone(string Type, ZoneBucket[] DistributionBuckets, bool SensorBased, int ResourceState = 3)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Score { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Points { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? CustomZones { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Max { get; init; }
}
