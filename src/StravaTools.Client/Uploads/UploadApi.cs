using StravaTools.Http.Errors;

namespace StravaTools.Client.Uploads;

/// <summary>Uploads (strava-uploads.md).</summary>
public static class UploadApi
{
    /// <summary>Uploads a file; Strava answers before it has processed it (strava-uploads.md, "How to Upload an Activity").</summary>
    /// <exception cref="ApiException">The server refused it, or what became of it is unknown
    /// (<see cref="StravaErrors.FateUnknown"/>).</exception>
    public static async Task<UploadStatus> UploadAsync(this StravaClient client, UploadRequest request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var content = UploadContent.Create(request);
        return await client.Transport.SendAsync(HttpMethod.Post, "uploads", content, UploadJson.Default.UploadStatus, cancellationToken);
    }

    /// <summary>Asks how an upload stands (strava-uploads.md, "Check Upload Status"). Not more often than once a second.</summary>
    public static Task<UploadStatus> GetUploadStatusAsync(this StravaClient client, long uploadId,
        CancellationToken cancellationToken = default) =>
        client.Transport.SendAsync(HttpMethod.Get, string.Create(null, $"uploads/{uploadId}"), null, UploadJson.Default.UploadStatus,
            cancellationToken);

    /// <summary>
    /// Waits until an upload is processed: asks after a second, then after twice as long each time, up to
    /// <see cref="UploadWait.MaxInterval"/>. Answers that fail on the way are asked for again; only a refused token or an unknown upload
    /// ends the wait early.
    /// </summary>
    /// <returns>The last status; still processing if the time ran out.</returns>
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
            // A last look at the very end, but never within a second of the one before.
            var pause = StravaClient.Shorter(interval, StravaClient.Longer(left, UploadWait.MinInterval));
            await Task.Delay(pause, client.Clock, cancellationToken);
            status = await client.PollAsync(status, cancellationToken);
            progress?.Report(status);
            interval = StravaClient.Shorter(interval * 2, UploadWait.MaxInterval);
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
            || e.Error == StravaErrors.ServerUnreachable || e.Error == StravaErrors.UnexpectedAnswer)
        {
            return status;
        }
    }

    private static TimeSpan TimeLeft(this StravaClient client, UploadWait wait, long started) =>
        wait.Timeout - client.Clock.GetElapsedTime(started);
}
