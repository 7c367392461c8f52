using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary>The Upload Status Object (strava-uploads.md, "Check Upload Status"), with what only partners get.</summary>
internal sealed record UploadStatus(
    long Id,
    string IdStr,
    string? ExternalId,
    string? Error,
    string Status,
    long? ActivityId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PhotoMetadata[]? PhotoMetadata = null);
