using System.Text.Json;
using StravaTools.Activities;
using StravaTools.Http.Errors;
using StravaTools.Http.Text;

namespace StravaTools.Client.Uploads;

/// <summary>Makes typed results of Strava's texts.</summary>
public static class UploadResults
{
    /// <summary>
    /// What a status means. Ready needs an activity; any error but a duplicate is a rejection (strava-uploads.md, "Errors").
    /// </summary>
    public static UploadOutcome OutcomeOf(UploadStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status switch
        {
            { Error: { Length: > 0 } error } => DuplicateText.ActivityIdOf(error) is null
                ? UploadOutcome.Rejected : UploadOutcome.Duplicate,
            { Status: UploadStatusText.Deleted } => UploadOutcome.Deleted,
            { ActivityId: not null } => UploadOutcome.Ready,
            { Status: UploadStatusText.Failed } => UploadOutcome.Rejected,
            _ => UploadOutcome.Pending,
        };
    }

    /// <summary>
    /// The status that came with a refusal, if it tells of a duplicate: duplicates are among the initial checks, and a 400 comes with "a
    /// status describing the error" (strava-uploads.md, "How to Upload an Activity"). Null for every other refusal.
    /// </summary>
    internal static UploadStatus? FindDuplicate(ApiException refusal)
    {
        try
        {
            var status = JsonSerializer.Deserialize(refusal.Body.Span, UploadJson.Default.UploadStatus);
            var error = status?.Error ?? status?.Status;
            if (DuplicateText.ActivityIdOf(error) is null)
            {
                return null;
            }

            return status! with { Error = error };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Strava's error as plain text. A rejection without an error is explained by its status.</summary>
    private static string? ErrorTextOf(UploadStatus status, UploadOutcome outcome)
    {
        if (status.Error is { Length: > 0 } error)
        {
            return HtmlText.ToPlain(error);
        }

        if (outcome == UploadOutcome.Rejected)
        {
            return status.Status;
        }

        return null;
    }

    /// <summary>Converts a status to a result.</summary>
    /// <param name="client">The client, which knows the addresses of activities.</param>
    /// <param name="status">The last status that Strava returned.</param>
    /// <param name="file">The file that was sent; null if only the status was requested.</param>
    public static UploadResult ToResult(this StravaClient client, UploadStatus status, ActivityFile? file = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var outcome = OutcomeOf(status);
        var duplicateOf = outcome == UploadOutcome.Duplicate ? DuplicateText.ActivityIdOf(status.Error) : null;
        return new UploadResult
        {
            Outcome = outcome,
            Path = file?.Path ?? file?.Name,
            Format = file?.Format,
            Id = status.Id,
            IdStr = status.IdStr,
            ExternalId = status.ExternalId,
            Status = status.Status,
            Error = ErrorTextOf(status, outcome),
            ErrorId = outcome == UploadOutcome.Rejected ? StravaErrors.UploadRejected.Id : null,
            ActivityId = status.ActivityId,
            ActivityUrl = (status.ActivityId ?? duplicateOf) is { } id ? client.ActivityUrl(id) : null,
            DuplicateOfActivityId = duplicateOf,
            PhotoMetadata = status.PhotoMetadata,
        };
    }
}
