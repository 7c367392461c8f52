using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary>The distribution over zones of heart rate, pace, or power (strava-activities.md, "List activity zones").</summary>
internal sealed record ActivityZone(string Type, JsonArray DistributionBuckets, bool SensorBased = true, int ResourceState = 3)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? Score { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Points { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? CustomZones { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Max { get; init; }
}
