using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StravaTools.Http.Errors;

namespace StravaTools.Http.Transport;

/// <summary>
/// Sends requests to a service and converts each response to a value or an <see cref="ApiException"/>. Used for Strava and Decathlon.
/// </summary>
internal sealed class ApiTransport(
    HttpExchange exchange, IAccessTokenSource tokens, ApiService service, RetryPolicy retries, IRateLimits? limits = null)
{
    private const string Json = "application/json";

    /// <param name="method">The HTTP method. If a method other than GET receives no response, its outcome is unknown.</param>
    /// <param name="path">The path below the API's root.</param>
    /// <param name="content">The body.</param>
    /// <param name="type">The type of the response.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <param name="accept">The requested representation.</param>
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

    /// <summary>Sends a request whose response has no documented body.</summary>
    public Task<ApiResponse> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken, string accept = Json) =>
        retries.ExecuteAsync(() => TryAsync(method, path, content, accept, cancellationToken), cancellationToken);

    /// <summary>Sends a request to another host, without the access token.</summary>
    public Task<ApiResponse> SendElsewhereAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        exchange.SendAsync(request, cancellationToken);

    private async Task<ApiResponse> TryAsync(
        HttpMethod method, string path, HttpContent? content, string accept, CancellationToken cancellationToken)
    {
        limits?.ThrowIfClosed(read: !MayHaveTakenEffect(method));
        var token = await tokens.GetAccessTokenAsync(cancellationToken);
        var answer = await SendOnceAsync(method, path, content, token, accept, cancellationToken);
        // The token expired in transit, or the clocks differ. The request had no effect, so it is safe to retry.
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
        // Not disposed: that would dispose the content, which may be sent again, and nothing else needs disposal.
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
