using System.Text.Json;
using StravaTools.Activities;
using StravaTools.Http.Errors;
using StravaTools.Http.Text;

namespace StravaTools.Client.Uploads;

/// <summary>Converts Strava's status texts to typed results.</summary>
public static class UploadResults
{
    /// <summary>
    /// Returns the outcome for a status. Ready requires an activity. Any error except a duplicate is a rejection (strava-uploads.md,
    /// "Errors").
    /// </summary>
    public static UploadOutcome OutcomeOf(UploadStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status switch
        {
            { Error: { Length: > 0 } error } when DuplicateText.FindDuplicate(error) is not null => UploadOutcome.Duplicate,
            { Error.Length: > 0 } => UploadOutcome.Rejected,
            { Status: UploadStatusText.Deleted } => UploadOutcome.Deleted,
            { ActivityId: not null } => UploadOutcome.Ready,
            { Status: UploadStatusText.Failed } => UploadOutcome.Rejected,
            _ => UploadOutcome.Pending,
        };
    }

    /// <summary>
    /// Reads the status of a rejection that reports a duplicate; null for any other rejection. Duplicates are among the initial checks, and
    /// a 400 contains "a status describing the error" (strava-uploads.md, "How to Upload an Activity").
    /// </summary>
    internal static UploadStatus? FindDuplicate(ApiException refusal)
    {
        try
        {
            using var json = JsonDocument.Parse(refusal.Body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var status = UploadStatusConverter.ReadStatus(json.RootElement);
            var error = status.Error ?? status.Status;
            return DuplicateText.FindDuplicate(error) is null ? null : status with { Error = error };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns Strava's error as plain text. For a rejection without an error, returns its status.</summary>
    private static string? FormatError(UploadStatus status, UploadOutcome outcome)
    {
        if (status.Error is { Length: > 0 } error)
        {
            return PlainText.ToMessage(HtmlText.ToPlain(error));
        }

        if (outcome == UploadOutcome.Rejected)
        {
            return status.Status;
        }

        return null;
    }

    /// <summary>Converts a status to a result.</summary>
    /// <param name="client">The client, whose server the addresses refer to.</param>
    /// <param name="status">The last status that Strava returned.</param>
    /// <param name="file">The file that was sent; null if only the status was requested.</param>
    public static UploadResult ToResult(this StravaClient client, UploadStatus status, ActivityFile? file = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var outcome = OutcomeOf(status);
        var duplicate = outcome == UploadOutcome.Duplicate ? DuplicateText.FindDuplicate(status.Error) : null;
        return new UploadResult
        {
            Outcome = outcome,
            Path = file?.Path ?? file?.Name,
            Format = file?.Format,
            Id = status.Id > 0 ? status.Id : null,
            IdStr = status.IdStr,
            ExternalId = status.ExternalId,
            Status = status.Status,
            Error = FormatError(status, outcome),
            ErrorId = outcome == UploadOutcome.Rejected ? StravaErrors.UploadRejected.Id : null,
            ActivityId = status.ActivityId,
            ActivityUrl = (status.ActivityId ?? duplicate?.ActivityId) is { } id ? client.ActivityUrl(id) : null,
            DuplicateOfActivityId = duplicate?.ActivityId,
            DuplicateOfUploadId = duplicate?.UploadId,
            PhotoMetadata = status.PhotoMetadata,
        };
    }
}
