using System.Security.Cryptography;
using System.Text.Json;

namespace StravaTools.FakeStrava.Webhooks;

/// <summary>Sends requests to callbacks on this machine. Redirects and proxies could lead elsewhere, so neither is used.</summary>
internal sealed class CallbackSender(TimeProvider clock) : IDisposable
{
    /// <summary>How long Strava waits for a response.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private const string NotOk = "GET to callback URL does not return 200";
    private const string NotVerifiable = "not verifiable";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public static bool IsAllowed(Uri callback) => callback.IsLoopback && callback.Scheme is "http" or "https";

    public async Task<WebhookAttempt> SendEventAsync(Uri callback, WebhookEvent sent, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        try
        {
            using var timeout = CreateTimeout(cancellationToken);
            using var response = await _http.PostAsJsonAsync(callback, sent, timeout.Token);
            return new WebhookAttempt((int)response.StatusCode, Elapsed(started));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return new WebhookAttempt(null, Elapsed(started), DescribeFailure(exception));
        }
    }

    /// <summary>The code of the error if a callback does not confirm a subscription; null if it does.</summary>
    public async Task<string?> VerifyAsync(Uri callback, string verifyToken, CancellationToken cancellationToken)
    {
        var challenge = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var query = $"hub.verify_token={Uri.EscapeDataString(verifyToken)}&hub.challenge={challenge}&hub.mode=subscribe";
        var address = new UriBuilder(callback) { Query = $"{callback.Query.TrimStart('?')}&{query}".TrimStart('&') }.Uri;
        try
        {
            using var timeout = CreateTimeout(cancellationToken);
            using var response = await _http.GetAsync(address, timeout.Token);
            if ((int)response.StatusCode != StatusCodes.Status200OK)
            {
                return NotOk;
            }

            var json = await response.Content.ReadFromJsonAsync<JsonElement>(timeout.Token);
            if (!EchoesChallenge(json, challenge))
            {
                return NotVerifiable;
            }

            return null;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return NotOk;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return NotVerifiable;
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool EchoesChallenge(JsonElement json, string challenge) => json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("hub.challenge", out var echo) && echo.ValueKind == JsonValueKind.String && echo.ValueEquals(challenge);

    private static string DescribeFailure(Exception exception)
    {
        if (exception is OperationCanceledException)
        {
            return "No response within 2 s.";
        }

        return exception.Message;
    }

    private static CancellationTokenSource CreateTimeout(CancellationToken cancellationToken)
    {
        var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        linked.CancelAfter(Timeout);
        return linked;
    }

    private double Elapsed(long started) => Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 1);
}
