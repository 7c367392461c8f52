using StravaTools.Http.Errors;

namespace StravaTools.Http.Transport;

/// <summary>
/// Sends a request to any host and returns the complete response, or throws an <see cref="ApiException"/> that explains why none arrived.
/// </summary>
internal sealed class HttpExchange(HttpClient http, TimeProvider clock, Action<CompletedRequest>? completed, ServiceErrors errors)
{
    public ServiceErrors Errors => errors;

    public async Task<ApiResponse> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        ApiResponse? answer = null;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer = await ApiResponse.ReadAsync(response, cancellationToken);
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
            // HttpClient's own timeout. If it expired while connecting, nothing was sent.
            throw Unanswered(request, e.InnerException ?? e, neverSent: e.InnerException?.InnerException is HttpRequestException);
        }
        finally
        {
            completed?.Invoke(new CompletedRequest(
                request.Method.Method, request.RequestUri!.GetLeftPart(UriPartial.Path), answer?.StatusCode,
                clock.GetElapsedTime(started)));
        }
    }

    private ApiException Unanswered(HttpRequestMessage request, Exception e, bool neverSent)
    {
        var server = request.RequestUri!.GetLeftPart(UriPartial.Authority);
        var why = e.Message.TrimEnd('.');
        if (neverSent)
        {
            return errors.Create(errors.ServerUnreachable, e, server, why);
        }

        if (request.Method == HttpMethod.Get || errors.FateUnknown == errors.ConnectionLost)
        {
            return errors.Create(errors.ConnectionLost, e, server, why);
        }

        return errors.Create(errors.FateUnknown, e, why);
    }
}
