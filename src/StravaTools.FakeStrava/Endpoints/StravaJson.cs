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

/// <summary>The detailed representation of an athlete, as far as a fake athlete has any detail.</summary>
internal sealed record AthleteDetail(long Id, int ResourceState, string Firstname, string Lastname);

/// <summary>The default encoder writes an ampersand as \u0026, as Strava does (strava-partner-uploads.md, "Step 2").</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(UploadStatus))]
[JsonSerializable(typeof(AthleteDetail))]
[JsonSerializable(typeof(DetailedActivity))]
[JsonSerializable(typeof(PhotoMetadata[]))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonArray))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class StravaJson : JsonSerializerContext;
