using System.Globalization;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Monitoring;

/// <summary>
/// Reports the start and the end of runs to a monitoring service, which notices when they are missing. The service never influences a run.
/// </summary>
/// <param name="address">The address; null for none.</param>
/// <param name="http">Sends the requests.</param>
internal sealed class Heartbeat(Uri? address, HttpClient http)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="ApiException"><see cref="SyncErrors.HeartbeatNotSafe"/>.</exception>
    public void Validate()
    {
        if (address is { } uri && !(uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || IsHere(uri))))
        {
            throw new ApiException(SyncErrors.HeartbeatNotSafe);
        }
    }

    public Task ReportStartAsync(CancellationToken cancellationToken) => SendAsync("/start", "", cancellationToken);

    /// <summary>A run that another run prevented reports nothing: the other one does.</summary>
    public Task ReportEndAsync(SyncSummary summary, CancellationToken cancellationToken)
    {
        if (summary.ExitCode == SyncExitCode.InUse)
        {
            return Task.CompletedTask;
        }

        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.ExitCode}: {summary.Settled} of {summary.Found} settled, {summary.Changed} in this run, "
            + $"{summary.NeedsYou} need you, {summary.Remaining} remain. {summary.ErrorId}");
        return SendAsync(SyncExitCodes.IsSuccess(summary.ExitCode) ? "" : "/fail", text.TrimEnd(), cancellationToken);
    }

    private static bool IsHere(Uri uri) => uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback;

    private async Task SendAsync(string suffix, string text, CancellationToken cancellationToken)
    {
        if (address is null)
        {
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var uri = new UriBuilder(address) { Path = address.AbsolutePath.TrimEnd('/') + suffix }.Uri;
            using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new StringContent(text) };
            using var _ = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            // A monitoring service notices missing reports itself.
        }
    }
}
