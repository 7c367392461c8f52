using StravaTools.Http.Errors;

namespace StravaTools.Http.Transport;

/// <summary>
/// Retries requests that had no effect, so even a POST is safe to repeat: those that never reached the server, a few times within seconds,
/// and optionally those rejected because of a rate limit, after the limit resets.
/// </summary>
/// <param name="clock">The clock that waits use.</param>
/// <param name="unreachable">The error of a request that never reached the server.</param>
/// <param name="waitsForRateLimit">Whether to wait until a used-up rate limit resets.</param>
/// <param name="waiting">Called before each wait for a rate limit.</param>
internal sealed class RetryPolicy(
    TimeProvider clock, ErrorDescriptor unreachable, bool waitsForRateLimit = false, Action<ApiException>? waiting = null)
{
    /// <summary>Other clients may use up each new window immediately, so the number of waits is limited.</summary>
    private const int MaxWaits = 3;

    /// <summary>The server's clock may be slow.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>After a failure, the next file of a batch does not wait for the server again.</summary>
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
