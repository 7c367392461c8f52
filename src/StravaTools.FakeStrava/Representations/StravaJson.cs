using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

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
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(SegmentEffort))]
[JsonSerializable(typeof(DetailedActivity))]
[JsonSerializable(typeof(DetailedActivity[]))]
[JsonSerializable(typeof(PhotoMetadata[]))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonArray))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class StravaJson : JsonSerializerContext;
