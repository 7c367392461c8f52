using System.Text.Json;
using StravaTools.Client;
using StravaTools.Client.Uploads;
using StravaTools.Http.Errors;
using StravaTools.Sync.Core;

namespace StravaTools.Sync.Running;

/// <summary>Converts responses and errors of the client to the answers that a run handles.</summary>
internal static class AnswerReader
{
    private static readonly HashSet<string> LoginErrors =
    [
        StravaErrors.NotAuthorized.Id, StravaErrors.MissingScope.Id, StravaErrors.Forbidden.Id, ApiErrors.NoAccessToken.Id,
        ApiErrors.InvalidAccessToken.Id, ApiErrors.AuthorizationRefused.Id, ApiErrors.TokenStoreUnusable.Id,
    ];

    /// <summary>The answer for an error.</summary>
    public static SyncAnswer.Failed FromError(ApiException e)
    {
        var failure = FailureOf(e);
        if (failure != RequestFailure.Refused || UploadResults.FindDuplicate(e) is not { } status)
        {
            return new SyncAnswer.Failed(failure, e.Summary, e.Code, e.RateLimitResetAt);
        }

        // A duplicate of an upload that is being processed has no activity yet. It may be an earlier upload of the same file.
        var other = DuplicateText.FindDuplicate(status.Error)?.ActivityId;
        failure = other is null ? RequestFailure.Lost : failure;
        return new SyncAnswer.Failed(failure, e.Summary, e.Code, DuplicateOf: other);
    }

    /// <summary>The answer for the status of an upload.</summary>
    public static SyncAnswer.Status FromStatus(UploadResult result) => new(
        result.Outcome, result.ActivityId ?? result.DuplicateOfActivityId, result.Error, result.PhotoMetadata is { Count: > 0 });

    /// <summary>Reads a list of activities, or one activity.</summary>
    public static List<ListedActivity> ReadActivities(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            return [ReadActivity(document.RootElement)];
        }

        return [.. document.RootElement.EnumerateArray().Select(ReadActivity).OrderBy(activity => activity.Start)];
    }

    private static RequestFailure FailureOf(ApiException e)
    {
        if (e.Error == StravaErrors.RateLimited && e.RateLimitResetAt is not null)
        {
            return RequestFailure.Limited;
        }

        if (e.Error == StravaErrors.ServerUnreachable)
        {
            return RequestFailure.NotSent;
        }

        if (e.Error == StravaErrors.NotFound)
        {
            return RequestFailure.NotFound;
        }

        if (e.Error == ApiErrors.RequestRefused)
        {
            return RequestFailure.Refused;
        }

        // Any other failed request may have had an effect.
        return LoginErrors.Contains(e.Code) ? RequestFailure.LoginNeeded : RequestFailure.Lost;
    }

    private static ListedActivity ReadActivity(JsonElement json) => new(
        json.GetProperty("id").GetInt64(),
        ReadNumber(json, "upload_id"),
        ExternalIds.FindKey(json.TryGetProperty("external_id", out var external) ? external.GetString() : null),
        json.GetProperty("start_date").GetDateTimeOffset(),
        ReadNumber(json, "elapsed_time"),
        (int)(ReadNumber(json, "total_photo_count") ?? 0));

    private static long? ReadNumber(JsonElement json, string name)
    {
        if (json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number)
        {
            return value.GetInt64();
        }

        return null;
    }
}
