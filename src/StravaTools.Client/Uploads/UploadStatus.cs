using StravaTools.Client.Photos;

namespace StravaTools.Client.Uploads;

/// <summary>Strava's Upload Status Object (strava-uploads.md, "Check Upload Status").</summary>
public sealed record UploadStatus
{
    /// <summary>The upload's 64-bit ID; 0 only if Strava rejected the file without assigning one.</summary>
    public long Id { get; init; }

    /// <summary>The same ID as text; null in responses to partner applications.</summary>
    public string? IdStr { get; init; }

    /// <summary>The specified ID, or the file name, with the extension of the data type; null while processing.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The error, in English, possibly with HTML; null if there is no error.</summary>
    public string? Error { get; init; }

    /// <summary>The status, in English: <see cref="UploadStatusText"/>.</summary>
    public string? Status { get; init; }

    /// <summary>The activity, once the upload is ready.</summary>
    public long? ActivityId { get; init; }

    /// <summary>
    /// The upload address for a photo; partner applications only, once the upload is ready (strava-partner-uploads.md, "Step 1").
    /// </summary>
    public IReadOnlyList<PhotoMetadata>? PhotoMetadata { get; init; }
}
