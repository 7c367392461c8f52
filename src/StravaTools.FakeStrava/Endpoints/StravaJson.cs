using System.Text.Json.Serialization;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>Strava's error (swagger, Fault).</summary>
internal sealed record Fault(string Message, FaultError[] Errors);

/// <summary>What was wrong with which field (swagger, Error).</summary>
internal sealed record FaultError(string Resource, string Field, string Code);

/// <summary>The Upload Status Object (strava-uploads.md, "Check Upload Status"), with what partners get on top.</summary>
internal sealed record UploadStatus(
    long Id,
    string IdStr,
    string? ExternalId,
    string? Error,
    string Status,
    long? ActivityId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PhotoMetadata[]? PhotoMetadata = null);

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

/// <summary>Seconds in a zone; max is -1 for the last one.</summary>
internal sealed record ZoneBucket(int Min, int Max, int Time);

/// <summary>The default encoder writes an ampersand as \u0026, as Strava does (strava-partner-uploads.md, "Step 2").</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(UploadStatus))]
[JsonSerializable(typeof(FaultError[]))]
[JsonSerializable(typeof(ActivityZone[]))]
[JsonSerializable(typeof(IReadOnlyList<ActivityLap>))]
[JsonSerializable(typeof(SegmentEffort[]))]
[JsonSerializable(typeof(SegmentSummary))]
[JsonSerializable(typeof(GearSummary))]
[JsonSerializable(typeof(DetailedActivity))]
[JsonSerializable(typeof(PhotoMetadata[]))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonArray))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class StravaJson : JsonSerializerContext;
