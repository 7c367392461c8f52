using System.Globalization;
using System.Net.Http.Headers;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client;

/// <summary>Tracks the rate limits that responses to one client report.</summary>
internal sealed class RateLimits(TimeProvider clock) : IRateLimits
{
    private readonly Lock _lock = new();
    private StravaRateLimit? _last;
    private (RateLimitWindow Window, DateTimeOffset ResetAt)? _readsClosed;
    private (RateLimitWindow Window, DateTimeOffset ResetAt)? _closed;

    /// <summary>The last reported limits; null before the first report.</summary>
    public StravaRateLimit? Last
    {
        get
        {
            lock (_lock)
            {
                return _last;
            }
        }
    }

    /// <summary>Stores the limits in a response. 401 and 404 responses have no such headers and change nothing.</summary>
    public void NoteResponse(HttpResponseHeaders headers)
    {
        var reported = ReadHeaders(headers);
        if (reported is null)
        {
            return;
        }

        lock (_lock)
        {
            _last = (reported with { SeenAt = clock.GetUtcNow() }).MergeWith(_last);
        }
    }

    /// <summary>
    /// Closes the window that a rejected request must wait for. It is the day only if Strava reported the daily limit as used up; otherwise
    /// the request can be retried after the next quarter of an hour. Reads have a separate limit that does not block writes.
    /// </summary>
    private (RateLimitWindow Window, DateTimeOffset ResetAt) CloseWindow(bool read)
    {
        var now = clock.GetUtcNow();
        var last = Last;
        var day = last is not null && now < last.DailyResetAt && (last.Daily.IsUsedUp || (read && last.ReadDaily.IsUsedUp));
        var window = day ? RateLimitWindow.Daily : RateLimitWindow.FifteenMinutes;
        var refused = (window, StravaRateLimit.ResetAfter(now, window));
        lock (_lock)
        {
            _readsClosed = refused;
            _closed = read ? _closed : refused;
        }

        return refused;
    }

    /// <summary>
    /// Throws if Strava already rejected a request in this window: "requests violating the short term limit will still count toward the
    /// long term limit" (strava-v3-api.md, "Rate Limiting").
    /// </summary>
    public void ThrowIfClosed(bool read)
    {
        (RateLimitWindow Window, DateTimeOffset ResetAt)? closed;
        lock (_lock)
        {
            closed = read ? _readsClosed : _closed;
        }

        if (closed is var (window, reset) && clock.GetUtcNow() < reset)
        {
            throw CreateError("an earlier response reported it, so no request was sent", window, reset);
        }
    }

    /// <summary>Creates the error for a request that was rejected because of a limit.</summary>
    public ApiException CreateError(bool read, string details, ApiResponse answer)
    {
        var (window, reset) = CloseWindow(read);
        return CreateError(details, window, reset, answer);
    }

    private static StravaException CreateError(string details, RateLimitWindow window, DateTimeOffset reset, ApiResponse? answer = null) =>
        new(StravaErrors.RateLimited, details, window == RateLimitWindow.Daily ? "the day" : "15 minutes", reset)
        {
            StatusCode = answer?.StatusCode,
            Details = details,
            Body = answer?.Body ?? default,
            RateLimitWindow = window,
            RateLimitResetAt = reset,
        };

    /// <summary>Reads the headers, ignoring case; null if they are missing.</summary>
    public static StravaRateLimit? ReadHeaders(HttpResponseHeaders headers)
    {
        var limit = ReadPair(headers, "X-RateLimit-Limit");
        var usage = ReadPair(headers, "X-RateLimit-Usage");
        var readLimit = ReadPair(headers, "X-ReadRateLimit-Limit");
        var readUsage = ReadPair(headers, "X-ReadRateLimit-Usage");
        if ((limit ?? usage ?? readLimit ?? readUsage) is null)
        {
            return null;
        }

        return new StravaRateLimit
        {
            FifteenMinutes = new RateLimitCount(limit?.Short, usage?.Short),
            Daily = new RateLimitCount(limit?.Long, usage?.Long),
            ReadFifteenMinutes = new RateLimitCount(readLimit?.Short, readUsage?.Short),
            ReadDaily = new RateLimitCount(readLimit?.Long, readUsage?.Long),
        };
    }

    /// <summary>
    /// "two comma separate values, short term followed by long term"; parts can also be empty, such as "," in responses to POST.
    /// </summary>
    private static (long? Short, long? Long)? ReadPair(HttpResponseHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values))
        {
            return null;
        }

        var parts = string.Join(',', values).Split(',');
        (long? Short, long? Long) pair = (ParseCount(parts[0]), parts.Length > 1 ? ParseCount(parts[1]) : null);
        if (pair is (null, null))
        {
            return null;
        }

        return pair;
    }

    private static long? ParseCount(string text)
    {
        if (long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        return null;
    }
}
