using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StravaTools.Http.Errors;

namespace StravaTools.Http.Transport;

/// <summary>
/// Sends one request to a service and turns whatever comes back into a value or a <see cref="ApiException"/>. Serves Strava and Decathlon
/// alike.
/// </summary>
internal sealed class ApiTransport(HttpExchange exchange, IAccessTokenSource tokens, ApiService service, RetryPolicy patience,
    IRateLimits? limits = null)
{
    private const string Json = "application/json";

    /// <param name="method">A method other than GET changes something: where no answer comes, its fate is unknown.</param>
    /// <param name="path">The path below the API's root.</param>
    /// <param name="content">The body.</param>
    /// <param name="type">How to read the answer.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <param name="accept">The representation that is asked for.</param>
    public async Task<T> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, JsonTypeInfo<T> type, CancellationToken cancellationToken,
        string accept = Json)
    {
        var answer = await SendAsync(method, path, content, cancellationToken, accept);
        try
        {
            return JsonSerializer.Deserialize(answer.Body, type) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw ErrorResponses.NotAsDocumented(answer, MayHaveTakenEffect(method), e, service.Errors);
        }
    }

    /// <summary>Sends a request whose answer has no documented body.</summary>
    public Task<ApiResponse> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken,
        string accept = Json) =>
        patience.ExecuteAsync(() => TryAsync(method, path, content, accept, cancellationToken), cancellationToken);

    /// <summary>Sends a request to another host: without the access token.</summary>
    public Task<ApiResponse> SendElsewhereAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        exchange.SendAsync(request, cancellationToken);

    private async Task<ApiResponse> TryAsync(HttpMethod method, string path, HttpContent? content, string accept,
        CancellationToken cancellationToken)
    {
        limits?.ThrowIfClosed(read: !MayHaveTakenEffect(method));
        var token = await tokens.GetAccessTokenAsync(cancellationToken);
        var answer = await SendOnceAsync(method, path, content, token, accept, cancellationToken);
        // A token that expired on the way, or by a clock that goes otherwise: the server has done nothing yet, so the request may be sent
        // again.
        if (answer.StatusCode == HttpStatusCode.Unauthorized && tokens is IRenewableTokenSource source)
        {
            token = await source.RenewAsync(token, cancellationToken);
            answer = await SendOnceAsync(method, path, content, token, accept, cancellationToken);
        }

        if (answer.IsSuccess)
        {
            return answer;
        }

        throw ErrorResponses.ToException(answer, MayHaveTakenEffect(method), service.Errors, limits);
    }

    private async Task<ApiResponse> SendOnceAsync(
        HttpMethod method, string path, HttpContent? content, string token, string accept, CancellationToken cancellationToken)
    {
        // Not disposed: that would dispose the content, which may be sent a second time, and there is nothing else to free.
        var request = new HttpRequestMessage(method, new Uri(service.Api, path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (service.Header is var (name, value))
        {
            request.Headers.Add(name, value);
        }

        var answer = await exchange.SendAsync(request, cancellationToken);
        limits?.NoteResponse(answer.Headers);
        return answer;
    }

    private bool MayHaveTakenEffect(HttpMethod method) => service.FailureMayHaveTakenEffect && method != HttpMethod.Get;
}
