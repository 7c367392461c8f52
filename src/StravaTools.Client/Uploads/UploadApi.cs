using StravaTools.Client.Photos;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Uploads;

/// <summary>Uploads (strava-uploads.md).</summary>
public static class UploadApi
{
    /// <summary>Uploads a file. Strava responds before it processes the file (strava-uploads.md, "How to Upload an Activity").</summary>
    /// <exception cref="ApiException">
    /// The server rejected the request, or its outcome is unknown (<see cref="StravaErrors.FateUnknown"/>).
    /// </exception>
    public static async Task<UploadStatus> UploadAsync(
        this StravaClient client, UploadRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var content = UploadContent.Create(request);
        return client.WithSource(
            await client.Transport.SendAsync(HttpMethod.Post, "uploads", content, UploadJson.Default.UploadStatus, cancellationToken));
    }

    /// <summary>Gets the status of an upload (strava-uploads.md, "Check Upload Status"). Do not poll more than once per second.</summary>
    public static async Task<UploadStatus> GetUploadStatusAsync(
        this StravaClient client, long uploadId, CancellationToken cancellationToken = default) =>
        client.WithSource(await client.Transport.SendAsync(
            HttpMethod.Get, string.Create(null, $"uploads/{uploadId}"), null, UploadJson.Default.UploadStatus, cancellationToken));

    /// <summary>
    /// Waits until an upload is processed. Polls after one second, then doubles the interval each time, up to
    /// <see cref="UploadWait.MaxInterval"/>. Failed polls are repeated; only a rejected token or an unknown upload ends the wait early.
    /// </summary>
    /// <returns>The last status; still processing if the wait timed out.</returns>
    public static async Task<UploadStatus> WaitForUploadAsync(
        this StravaClient client, UploadStatus status, UploadWait? wait = null, IProgress<UploadStatus>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(status);
        wait ??= new UploadWait();
        var started = client.Clock.GetTimestamp();
        var interval = UploadWait.MinInterval;
        while (UploadResults.OutcomeOf(status) == UploadOutcome.Pending && client.TimeLeft(wait, started) is var left
            && left > TimeSpan.Zero)
        {
            // Polls once more at the end of the wait, but never within a second of the previous poll.
            var pause = StravaClient.Min(interval, StravaClient.Max(left, UploadWait.MinInterval));
            await Task.Delay(pause, client.Clock, cancellationToken);
            status = await client.PollAsync(status, cancellationToken);
            progress?.Report(status);
            interval = StravaClient.Min(interval * 2, UploadWait.MaxInterval);
        }

        return status;
    }

    private static async Task<UploadStatus> PollAsync(this StravaClient client, UploadStatus status, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetUploadStatusAsync(status.Id, cancellationToken);
        }
        catch (ApiException e) when (e.Error == ApiErrors.ServerFailed || e.Error == ApiErrors.ConnectionLost
            || e.Error == StravaErrors.ServerUnreachable || e.Error == ApiErrors.LoginNotRenewed
            || e.Error == StravaErrors.UnexpectedAnswer)
        {
            return status;
        }
    }

    private static UploadStatus WithSource(this StravaClient client, UploadStatus status) =>
        status with { PhotoMetadata = PhotoMetadata.NamedBy(client.BaseUri, status.PhotoMetadata) };

    private static TimeSpan TimeLeft(this StravaClient client, UploadWait wait, long started) =>
        wait.Timeout - client.Clock.GetElapsedTime(started);
}
