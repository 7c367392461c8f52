using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Client.Photos;

namespace StravaTools.Client.Uploads;

/// <summary>What became of one file.</summary>
public sealed record UploadResult
{
    /// <summary>How it ended.</summary>
    public required UploadOutcome Outcome { get; init; }

    /// <summary>Where the file is; its name if it came from memory, null for an upload that was only asked about.</summary>
    public string? Path { get; init; }

    /// <summary>The format of the file.</summary>
    public ActivityFileFormat? Format { get; init; }

    /// <summary>The upload's id; null if nothing was uploaded.</summary>
    public long? Id { get; init; }

    /// <summary>The same id as text.</summary>
    public string? IdStr { get; init; }

    /// <summary>The external id, once Strava tells it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Strava's status text.</summary>
    public string? Status { get; init; }

    /// <summary>Why the activity is not ready, as plain text; null if there is no error.</summary>
    public string? Error { get; init; }

    /// <summary>What to do about <see cref="Error"/>; null if it is the server's text or a finding.</summary>
    public string? Remedy { get; init; }

    /// <summary>The id of the error: a rule's (GPX0102) or one of <see cref="StravaErrors"/>.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The activity, if ready.</summary>
    public long? ActivityId { get; init; }

    /// <summary>Where a person sees the activity, or the one this is a duplicate of.</summary>
    public Uri? ActivityUrl { get; init; }

    /// <summary>The activity that was there before, of a <see cref="UploadOutcome.Duplicate"/>.</summary>
    public long? DuplicateOfActivityId { get; init; }

    /// <summary>Where to put a photo; partner applications only.</summary>
    public IReadOnlyList<PhotoMetadata>? PhotoMetadata { get; init; }

    /// <summary>What checking the file found before it was sent.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
