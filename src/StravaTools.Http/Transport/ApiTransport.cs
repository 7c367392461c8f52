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
            return JsonSerializer.Deserialize(answer.Body.Span, type) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw ErrorResponses.NotAsDocumented(answer, MayHaveTakenEffect(method), service.Errors);
        }
    }

    /// <summary>Sends a request whose response has no documented body.</summary>
    public Task<ApiResponse> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken, string accept = Json) =>
        retries.ExecuteAsync(() => TryAsync(method, path, content, accept, cancellationToken), cancellationToken);

    /// <summary>
    /// Sends a request to another host, without the access token. The query of its address is a secret: it may be a signature.
    /// </summary>
    public Task<ApiResponse> SendElsewhereAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        exchange.SendAsync(request, SecretsIn(request.RequestUri!), cancellationToken);

    private async Task<ApiResponse> TryAsync(
        HttpMethod method, string path, HttpContent? content, string accept, CancellationToken cancellationToken)
    {
        limits?.ThrowIfClosed(read: !MayHaveTakenEffect(method));
        var token = await tokens.GetAccessTokenAsync(cancellationToken);
        // A renewal ends even if the request was canceled in the meantime.
        cancellationToken.ThrowIfCancellationRequested();
        var answer = await SendOnceAsync(method, path, content, token, accept, cancellationToken);
        if (answer.IsSuccess)
        {
            return answer;
        }

        var exception = ToException(answer, method);
        if (exception.Error != service.Errors.NotAuthorized || tokens is not IRenewableTokenSource source)
        {
            throw exception;
        }

        // The token expired in transit, or the clocks differ. The request had no effect, so it is safe to retry. Another token would not
        // help if a permission is missing.
        token = await source.RenewAsync(token, cancellationToken);
        answer = await SendOnceAsync(method, path, content, token, accept, cancellationToken);
        return answer.IsSuccess ? answer : throw ToException(answer, method);
    }

    private ApiException ToException(ApiResponse answer, HttpMethod method) =>
        ErrorResponses.ToException(answer, MayHaveTakenEffect(method), service.Errors, limits);

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

        var answer = await exchange.SendAsync(request, [service.Header?.Value], cancellationToken);
        limits?.NoteResponse(answer.Headers);
        return answer;
    }

    private static IEnumerable<string> SecretsIn(Uri address) =>
        address.Query.TrimStart('?').Split('&').Select(field => field.Split('=', 2)[^1]).Append(address.Query);

    private bool MayHaveTakenEffect(HttpMethod method) => service.FailureMayHaveTakenEffect && method != HttpMethod.Get;
}
