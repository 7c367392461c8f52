using System.Collections.Concurrent;
using System.Text.Json;
using StravaTools.Activities;
using StravaTools.Client;
using StravaTools.Client.Photos;
using StravaTools.Client.Uploads;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using StravaTools.Sync.Core;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Running;

/// <summary>Sends the requests of a run with the client.</summary>
/// <param name="client">The client.</param>
/// <param name="readFile">Reads a file; null to read it from the disk.</param>
internal sealed class StravaRequests(
    StravaClient client, Func<SyncRequest.Post, CancellationToken, Task<ActivityFile>>? readFile = null)
{
    private static readonly SyncAnswer Expired =
        new SyncAnswer.Failed(RequestFailure.Expired, "This process was interrupted before it sent the request.", "Expired");

    private readonly ConcurrentDictionary<ContentKey, PhotoMetadata> _addresses = [];

    /// <summary>The limits that Strava last reported; null before.</summary>
    public StravaRateLimit? Limits => client.RateLimit;

    /// <summary>Sends a request. Errors are answers; only cancellation throws.</summary>
    public async Task<SyncAnswer> SendAsync(SyncRequest request, SendPermit permit, CancellationToken cancellationToken)
    {
        try
        {
            permit.ThrowIfExpired();
            return request switch
            {
                SyncRequest.Post post => await PostAsync(post, permit, cancellationToken),
                SyncRequest.ListPage list => await ListAsync(list, cancellationToken),
                SyncRequest.Poll poll => await PollAsync(poll, cancellationToken),
                SyncRequest.Look look => await LookAsync(look, cancellationToken),
                SyncRequest.PutPhoto photo => await PutAsync(photo, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(request)),
            };
        }
        catch (PermitExpiredException)
        {
            return Expired;
        }
        catch (ApiException e)
        {
            return AnswerReader.FromError(e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return new SyncAnswer.Failed(RequestFailure.Lost, $"The response is not what Strava documents: {e.Message}");
        }
    }

    /// <summary>The bytes that are hashed are the bytes that are sent.</summary>
    private async Task<SyncAnswer> PostAsync(SyncRequest.Post post, SendPermit permit, CancellationToken cancellationToken)
    {
        ActivityFile file;
        try
        {
            file = await (readFile?.Invoke(post, cancellationToken) ?? ActivityFile.ReadAsync(post.Path, cancellationToken));
            if (ContentKey.FromSha256(file.Sha256) != post.Key)
            {
                return new SyncAnswer.Failed(RequestFailure.FileChanged, "It was changed during the run.", "FileChanged");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SyncAnswer.Failed(RequestFailure.FileChanged, e.Message, ApiErrors.FileNotReadable.Id);
        }

        permit.ThrowIfExpired();
        var request = new UploadRequest { File = file, ExternalId = ExternalIds.ForFile(file), Sending = permit.ThrowIfLate };
        var status = await client.UploadAsync(request, cancellationToken);
        return new SyncAnswer.Accepted(status.Id);
    }

    /// <summary>Lists a page of activities that started after a time, oldest first.</summary>
    /// <exception cref="ApiException">The list cannot be read.</exception>
    public async Task<List<ListedActivity>> ListPageAsync(DateTimeOffset after, CancellationToken cancellationToken)
    {
        var path = FormattableString.Invariant($"athlete/activities?after={after.ToUnixTimeSeconds()}&per_page={StravaClient.MaxPageSize}");
        var response = await client.SendAsync(HttpMethod.Get, path, cancellationToken: cancellationToken);
        return AnswerReader.ReadActivities(response.Body);
    }

    private async Task<SyncAnswer> ListAsync(SyncRequest.ListPage list, CancellationToken cancellationToken) =>
        new SyncAnswer.Page(await ListPageAsync(list.After, cancellationToken));

    /// <summary>Requests the status of an upload.</summary>
    /// <exception cref="ApiException">The upload does not exist, or its status cannot be read.</exception>
    public async Task<SyncAnswer.Status> PollAsync(SyncRequest.Poll poll, CancellationToken cancellationToken)
    {
        var result = client.ToResult(await client.GetUploadStatusAsync(poll.UploadId, cancellationToken));
        if (result.PhotoMetadata is [var address, ..])
        {
            _addresses[poll.Key] = address;
        }

        return AnswerReader.FromStatus(result);
    }

    /// <summary>Requests an activity.</summary>
    /// <exception cref="ApiException">The activity does not exist, or it cannot be read.</exception>
    public async Task<SyncAnswer.Activity> LookAsync(SyncRequest.Look look, CancellationToken cancellationToken)
    {
        var path = FormattableString.Invariant($"activities/{look.ActivityId}");
        var response = await client.SendAsync(HttpMethod.Get, path, cancellationToken: cancellationToken);
        return new SyncAnswer.Activity(AnswerReader.ReadActivities(response.Body)[0]);
    }

    private async Task<SyncAnswer> PutAsync(SyncRequest.PutPhoto photo, CancellationToken cancellationToken)
    {
        if (!_addresses.TryRemove(photo.Key, out var address))
        {
            return new SyncAnswer.Failed(RequestFailure.Refused, "There is no photo address.");
        }

        try
        {
            var picture = await PictureFiles.ReadPictureAsync(photo.PhotoPath, cancellationToken);
            await client.UploadPhotoAsync(address, picture, cancellationToken);
            return new SyncAnswer.Done();
        }
        catch (ApiException e) when (IsFinal(e))
        {
            return new SyncAnswer.Failed(RequestFailure.Refused, e.Summary, e.Code);
        }
    }

    private static bool IsFinal(ApiException e) =>
        e.Error == StravaErrors.PhotoRefused || e.Error == StravaErrors.PhotoUriInvalid
        || e.Error.Kind is ErrorKind.InvalidData or ErrorKind.FileRead or ErrorKind.NotFound or ErrorKind.InvalidArgument;
}
