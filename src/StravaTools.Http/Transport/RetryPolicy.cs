using StravaTools.Http.Errors;

namespace StravaTools.Http.Transport;

/// <summary>
/// What is worth another try: a request that never reached the server, a few times within seconds; and, if that is wanted, one that the
/// server refused for its rate limit, once the window has opened. Neither has had an effect, so a POST may be sent again as well.
/// </summary>
/// <param name="clock">The clock that waiting goes by.</param>
/// <param name="unreachable">The error of a request that never reached the server.</param>
/// <param name="waitsForRateLimit">Whether a rate limit is waited out.</param>
/// <param name="waiting">Told of each rate limit that is waited out.</param>
internal sealed class RetryPolicy(TimeProvider clock, ErrorDescriptor unreachable, bool waitsForRateLimit = false,
    Action<ApiException>? waiting = null)
{
    /// <summary>Others may use up a window that has just opened; whoever is refused three times in a row is told.</summary>
    private const int MaxWaits = 3;

    /// <summary>The server's clock may be behind this one.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>A server that could not be reached a moment ago is not waited for with each file of a batch.</summary>
    private volatile bool _isDown;

    public async Task<T> ExecuteAsync<T>(Func<Task<T>> send, CancellationToken cancellationToken)
    {
        for (var (pauses, waits) = (0, 0); ;)
        {
            try
            {
                var answer = await send();
                _isDown = false;
                return answer;
            }
            catch (ApiException e) when (e.Error == unreachable && !_isDown && pauses < Pauses.Length)
            {
                await Task.Delay(Pauses[pauses++], clock, cancellationToken);
            }
            catch (ApiException e) when (e.RateLimitResetAt is not null && waitsForRateLimit && waits < MaxWaits)
            {
                waits++;
                waiting?.Invoke(e);
                await Task.Delay(e.RateLimitResetAt.Value - clock.GetUtcNow() + Margin, clock, cancellationToken);
            }
            catch (ApiException e)
            {
                _isDown = e.Error == unreachable;
                throw;
            }
        }
    }
}
