using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StravaTools.Client.Authorization;

namespace StravaTools.Client.Http;

/// <summary>Sends one request and turns whatever comes back into a value or a <see cref="StravaException"/>.</summary>
internal sealed class StravaTransport(
    HttpClient http, IAccessTokenSource tokens, Uri root, TimeProvider clock, Action<CompletedRequest>? completed)
{
    private readonly Uri _api = new(root, "api/v3/");

    /// <summary>What the answers told of the rate limits.</summary>
    public RateLimits Limits { get; } = new(clock);

    /// <param name="method">A method other than GET changes something: where no answer comes, its fate is unknown.</param>
    /// <param name="path">The path below the API's root.</param>
    /// <param name="content">The body.</param>
    /// <param name="type">How to read the answer.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <param name="accept">The representation that is asked for.</param>
    public async Task<T> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, JsonTypeInfo<T> type, CancellationToken cancellationToken,
        string accept = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri(_api, path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAccessTokenAsync(cancellationToken));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        var answer = await ExchangeAsync(request, cancellationToken);
        Limits.Note(answer.RateLimit);
        if (!answer.IsSuccess)
        {
            throw Faults.ToException(answer, changesSomething: method != HttpMethod.Get, Limits);
        }

        try
        {
            return JsonSerializer.Deserialize(answer.Body, type) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw Faults.NotAsDocumented(answer, changesSomething: method != HttpMethod.Get, e);
        }
    }

    /// <summary>Sends a request to another host: without the access token.</summary>
    public Task<Answer> SendElsewhereAsync(HttpRequestMessage request, CancellationToken cancellationToken) => ExchangeAsync(request, cancellationToken);

    private async Task<Answer> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        Answer? answer = null;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer = await Answer.ReadAsync(response, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw Unanswered(request, e, e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
        }
        catch (IOException e)
        {
            throw Unanswered(request, e, neverSent: false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // HttpClient's own timeout; one that ran out while connecting has sent nothing.
            throw Unanswered(request, e.InnerException ?? e, neverSent: e.InnerException?.InnerException is HttpRequestException);
        }
        finally
        {
            completed?.Invoke(new CompletedRequest(
                request.Method.Method, request.RequestUri!.GetLeftPart(UriPartial.Path), answer?.StatusCode, clock.GetElapsedTime(started)));
        }
    }

    private static StravaException Unanswered(HttpRequestMessage request, Exception e, bool neverSent)
    {
        var server = request.RequestUri!.GetLeftPart(UriPartial.Authority);
        var why = e.Message.TrimEnd('.');
        return neverSent ? new StravaException(StravaErrors.ServerUnreachable, e, server, why)
            : request.Method == HttpMethod.Get ? new StravaException(StravaErrors.ConnectionLost, e, server, why)
            : new StravaException(StravaErrors.FateUnknown, e, why);
    }
}
