using StravaTools.Client.Http;
using StravaTools.Client.Uploads;

namespace StravaTools.Client;

/// <content>Uploads (strava-uploads.md).</content>
public sealed partial class StravaClient
{
    /// <summary>Uploads a file; Strava answers before it has processed it (strava-uploads.md, "How to Upload an Activity").</summary>
    /// <exception cref="StravaException">The server refused it, or what became of it is unknown (<see cref="StravaErrors.FateUnknown"/>).</exception>
    public async Task<UploadStatus> UploadAsync(UploadRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var content = UploadContent.Create(request);
        return await _transport.SendAsync(HttpMethod.Post, "uploads", content, StravaJson.Default.UploadStatus, cancellationToken);
    }

    /// <summary>Asks how an upload stands (strava-uploads.md, "Check Upload Status"). Not more often than once a second.</summary>
    public Task<UploadStatus> GetUploadStatusAsync(long uploadId, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, string.Create(null, $"uploads/{uploadId}"), null, StravaJson.Default.UploadStatus, cancellationToken);

    /// <summary>
    /// Waits until an upload is processed: asks after a second, then after twice as long each time, up to <see cref="UploadWait.LongestInterval"/>.
    /// Answers that fail on the way are asked for again; only a refused token or an unknown upload ends the wait early.
    /// </summary>
    /// <returns>The last status; still processing if the time ran out.</returns>
    public async Task<UploadStatus> WaitForUploadAsync(
        UploadStatus status, UploadWait? wait = null, IProgress<UploadStatus>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(status);
        wait ??= new UploadWait();
        var started = _clock.GetTimestamp();
        var interval = UploadWait.ShortestInterval;
        while (UploadResults.OutcomeOf(status) == UploadOutcome.Pending && TimeLeft(wait, started) is var left && left > TimeSpan.Zero)
        {
            // A last look at the very end, but never within a second of the one before.
            var pause = interval < left ? interval : left > UploadWait.ShortestInterval ? left : UploadWait.ShortestInterval;
            await Task.Delay(pause, _clock, cancellationToken);
            status = await PollAsync(status, cancellationToken);
            progress?.Report(status);
            interval = Shorter(interval * 2, UploadWait.LongestInterval);
        }

        return status;
    }

    private async Task<UploadStatus> PollAsync(UploadStatus status, CancellationToken cancellationToken)
    {
        try
        {
            return await GetUploadStatusAsync(status.Id, cancellationToken);
        }
        catch (StravaException e) when (e.Error == StravaErrors.ServerFailed || e.Error == StravaErrors.ConnectionLost
            || e.Error == StravaErrors.ServerUnreachable || e.Error == StravaErrors.UnexpectedAnswer)
        {
            return status;
        }
    }

    private TimeSpan TimeLeft(UploadWait wait, long started) => wait.Timeout - _clock.GetElapsedTime(started);
}
