using StravaTools.Client.Uploads;

namespace StravaTools.Sync.Core;

/// <summary>What a request returned.</summary>
internal abstract record SyncAnswer
{
    private SyncAnswer()
    {
    }

    /// <summary>The upload was accepted.</summary>
    public sealed record Accepted(long UploadId) : SyncAnswer;

    /// <summary>A page of activities, oldest first.</summary>
    public sealed record Page(IReadOnlyList<ListedActivity> Activities) : SyncAnswer;

    /// <summary>The status of an upload.</summary>
    /// <param name="Outcome">The outcome.</param>
    /// <param name="ActivityId">The activity, or the existing activity of a duplicate.</param>
    /// <param name="Why">The error, in plain text.</param>
    /// <param name="HasPhotoAddress">Whether a picture can be sent.</param>
    public sealed record Status(UploadOutcome Outcome, long? ActivityId, string? Why, bool HasPhotoAddress) : SyncAnswer;

    /// <summary>An activity.</summary>
    public sealed record Activity(ListedActivity Seen) : SyncAnswer;

    /// <summary>The request succeeded.</summary>
    public sealed record Done : SyncAnswer;

    /// <summary>The request failed.</summary>
    /// <param name="Failure">How.</param>
    /// <param name="Why">The error, in plain text.</param>
    /// <param name="Code">The ID of the error.</param>
    /// <param name="Until">When a used-up rate limit resets.</param>
    /// <param name="DuplicateOf">The existing activity, if the server rejected a duplicate.</param>
    public sealed record Failed(
        RequestFailure Failure, string? Why = null, string? Code = null, DateTimeOffset? Until = null, long? DuplicateOf = null)
        : SyncAnswer;
}
