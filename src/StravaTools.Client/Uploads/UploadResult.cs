using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Client.Photos;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Uploads;

/// <summary>The result of uploading a file.</summary>
public sealed record UploadResult
{
    /// <summary>The outcome.</summary>
    public required UploadOutcome Outcome { get; init; }

    /// <summary>The path of the file; its name if it was in memory, null if only the status was requested.</summary>
    public string? Path { get; init; }

    /// <summary>The format of the file.</summary>
    public ActivityFileFormat? Format { get; init; }

    /// <summary>The upload's ID; null if nothing was uploaded.</summary>
    public long? Id { get; init; }

    /// <summary>The same ID as text.</summary>
    public string? IdStr { get; init; }

    /// <summary>The external ID, once Strava reports it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Strava's status text.</summary>
    public string? Status { get; init; }

    /// <summary>Why the activity is not ready, as plain text; null if there is no error.</summary>
    public string? Error { get; init; }

    /// <summary>What to do about <see cref="Error"/>; null if it is the server's text or a finding.</summary>
    public string? Remedy { get; init; }

    /// <summary>The ID of the error: a rule such as GPX0102, or one of <see cref="StravaErrors"/>.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The activity, if ready.</summary>
    public long? ActivityId { get; init; }

    /// <summary>The page of the activity, or of the activity that this one duplicates.</summary>
    public Uri? ActivityUrl { get; init; }

    /// <summary>The existing activity of a <see cref="UploadOutcome.Duplicate"/>.</summary>
    public long? DuplicateOfActivityId { get; init; }

    /// <summary>
    /// The other upload of a <see cref="UploadOutcome.Duplicate"/> whose activity was not ready yet; null if the activity is known.
    /// </summary>
    public long? DuplicateOfUploadId { get; init; }

    /// <summary>The upload address for a photo; partner applications only.</summary>
    public IReadOnlyList<PhotoMetadata>? PhotoMetadata { get; init; }

    /// <summary>The findings in the file before it was sent.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Why the file was not sent; null for any other outcome.</summary>
    internal ApiException? Cause { get; init; }
}
