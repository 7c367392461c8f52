using System.Net.Http.Headers;
using System.Text;
using StravaTools.Http.Errors;
using StravaTools.Http.Text;

namespace StravaTools.Http.Transport;

/// <summary>
/// Sends a request to any host and returns the complete response, or throws an <see cref="ApiException"/> that explains why none arrived.
/// Every exchange ends within the timeout of the <see cref="HttpClient"/>, and earlier if no byte is sent or received for a while.
/// </summary>
internal sealed class HttpExchange(HttpClient http, TimeProvider clock, Action<CompletedRequest>? completed, ServiceErrors errors)
{
    private readonly HttpClient _http = CheckDefaults(http);

    public ServiceErrors Errors => errors;

    /// <summary>The timeout without a byte.</summary>
    public TimeSpan IdleTimeout { get; init; } = ApiHttp.DefaultIdleTimeout;

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request. Its Authorization header is treated as a secret.</param>
    /// <param name="secrets">Other secrets in it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="SentRequestCanceledException">The request was canceled after it was sent.</exception>
    public Task<ApiResponse> SendAsync(HttpRequestMessage request, IEnumerable<string?> secrets, CancellationToken cancellationToken) =>
        SendAsync(request, secrets, isTokenRequest: false, cancellationToken);

    /// <summary>
    /// Sends a request for tokens. A successful response is unchanged: it may contain the refresh token that was sent. A lost response is
    /// never an unknown outcome, because no data of the user is concerned.
    /// </summary>
    public Task<ApiResponse> SendTokenRequestAsync(
        HttpRequestMessage request, IEnumerable<string?> secrets, CancellationToken cancellationToken) =>
        SendAsync(request, secrets, isTokenRequest: true, cancellationToken);

    /// <summary>Runs work that disposing the client must not interrupt.</summary>
    public Task<T> RunToEndAsync<T>(Func<Task<T>> work)
    {
        if (_http is ApiHttpClient client)
        {
            return client.RunToEndAsync(work);
        }

        return work();
    }

    private async Task<ApiResponse> SendAsync(
        HttpRequestMessage request, IEnumerable<string?> secrets, bool isTokenRequest, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var redaction = new Redaction(secrets.Concat(CredentialsOf(request.Headers.Authorization)));
        using var watch = new ExchangeWatch(_http.Timeout, IdleTimeout, cancellationToken);
        var content = WatchContent(request, watch);
        ApiResponse? answer = null;
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, watch.Token);
            watch.NoteProgress();
            answer = await ApiResponse.ReadAsync(response, watch) with { Redaction = redaction, Host = request.RequestUri!.IdnHost };
            return isTokenRequest && answer.IsSuccess ? answer : answer with { Body = redaction.HideSecrets(answer.Body) };
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested && content is { HasStarted: true })
        {
            throw new SentRequestCanceledException(e, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var mayHaveArrived = content?.HasStarted ?? !NeverConnected(e);
            throw Unanswered(request, e, watch.Reason, redaction, mayHaveArrived, isTokenRequest);
        }
        finally
        {
            completed?.Invoke(new CompletedRequest(
                request.Method.Method, request.RequestUri!.GetLeftPart(UriPartial.Path), answer?.StatusCode,
                clock.GetElapsedTime(started))
            {
                Details = ExchangeText.Describe(request, answer, redaction, isTokenRequest),
            });
        }
    }

    /// <summary>A request that may change something always has a body, which .NET does not send twice.</summary>
    private static WatchedContent? WatchContent(HttpRequestMessage request, ExchangeWatch watch)
    {
        if (request.Content is null && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head))
        {
            return null;
        }

        var content = new WatchedContent(request.Content ?? new ByteArrayContent([]), watch.NoteProgress);
        request.Content = content;
        return content;
    }

    private static HttpClient CheckDefaults(HttpClient http)
    {
        if (http.DefaultRequestHeaders.ExpectContinue == true)
        {
            throw new ArgumentException(
                "A default header Expect: 100-continue would make .NET send a request twice if its connection ends.", nameof(http));
        }

        return http;
    }

    private static bool NeverConnected(Exception e) =>
        e is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        }
        // The timeout of a connection. That of the client has an inner exception.
        || e.InnerException is TimeoutException { InnerException: null };

    private ApiException Unanswered(
        HttpRequestMessage request, Exception e, string? timeout, Redaction redaction, bool mayHaveArrived, bool isTokenRequest)
    {
        var server = request.RequestUri!.GetLeftPart(UriPartial.Authority);
        // The message may quote what the server sent.
        var message = timeout ?? (e.InnerException as TimeoutException)?.Message ?? e.Message;
        var why = PlainText.ToMessage(redaction.HideSecrets(message)).TrimEnd('.');
        var cause = IsClean(e, redaction) ? e : null;
        if (!mayHaveArrived)
        {
            return errors.Create(errors.ServerUnreachable, cause, server, why);
        }

        if (request.Method == HttpMethod.Get || isTokenRequest || errors.FateUnknown == errors.ConnectionLost)
        {
            return errors.Create(errors.ConnectionLost, cause, server, why);
        }

        return errors.Create(errors.FateUnknown, cause, why);
    }

    private static bool IsClean(Exception e, Redaction redaction)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            if (PlainText.ToOneLine(redaction.HideSecrets(cause.Message)) != cause.Message)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string?> CredentialsOf(AuthenticationHeaderValue? authorization)
    {
        if (authorization?.Parameter is not { } credentials)
        {
            return [];
        }

        if (authorization.Scheme != "Basic")
        {
            return [credentials];
        }

        return [credentials, Encoding.UTF8.GetString(Convert.FromBase64String(credentials)).Split(':', 2)[^1]];
    }
}
