using StravaTools.Client.Photos;

namespace StravaTools.Client.Uploads;

/// <summary>Strava's Upload Status Object (strava-uploads.md, "Check Upload Status").</summary>
public sealed record UploadStatus
{
    /// <summary>The upload's id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>The same id as text; null in answers of partner applications.</summary>
    public string? IdStr { get; init; }

    /// <summary>What was given, or the file's name, with the extension of the data type; null while processing.</summary>
    public string? ExternalId { get; init; }

    /// <summary>What went wrong, in English, possibly with HTML; null if nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>How it stands, in English: <see cref="UploadStatusText"/>.</summary>
    public string? Status { get; init; }

    /// <summary>The activity, once the upload is ready.</summary>
    public long? ActivityId { get; init; }

    /// <summary>Where to put a photo: partner applications only, once the upload is ready (strava-partner-uploads.md, "Step 1").</summary>
    public IReadOnlyList<PhotoMetadata>? PhotoMetadata { get; init; }
}
