using System.Globalization;
using System.Net.Http.Headers;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client;

/// <summary>Keeps what the answers of one client have told of the rate limits.</summary>
internal sealed class RateLimits(TimeProvider clock) : IRateLimits
{
    private readonly Lock _lock = new();
    private StravaRateLimit? _last;
    private (RateLimitWindow Window, DateTimeOffset ResetAt)? _readsClosed;
    private (RateLimitWindow Window, DateTimeOffset ResetAt)? _closed;

    /// <summary>What was seen last; null before the first answer that tells any of it.</summary>
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

    /// <summary>Takes note of an answer. Those to 401 and 404 have no such headers, and change nothing.</summary>
    public void NoteResponse(HttpResponseHeaders headers)
    {
        var told = ReadHeaders(headers);
        if (told is null)
        {
            return;
        }

        lock (_lock)
        {
            _last = (told with { SeenAt = clock.GetUtcNow() }).MergeWith(_last);
        }
    }

    /// <summary>
    /// Which window a refused request has to wait out. A day only if Strava told that it is used up: without that knowledge the nearest
    /// quarter of an hour is the time to try again. Reads have a limit of their own, which does not stop what writes.
    /// </summary>
    private (RateLimitWindow Window, DateTimeOffset ResetAt) Refused(bool read)
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
    /// Ends a request that Strava would refuse, as it has refused one in this window: "requests violating the short term limit will
    /// still count toward the long term limit" (strava-v3-api.md, "Rate Limiting").
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

    /// <summary>The error of a request that was refused for a limit.</summary>
    public ApiException CreateError(bool read, string details, ApiResponse answer)
    {
        var (window, reset) = Refused(read);
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

    /// <summary>Reads the headers, however they are cased; null if there are none.</summary>
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
    /// "two comma separate values, short term followed by long term"; seen are also empty parts, as "," on answers to POST.
    /// </summary>
    private static (long? Short, long? Long)? ReadPair(HttpResponseHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values))
        {
            return null;
        }

        var parts = string.Join(',', values).Split(',');
        (long? Short, long? Long) pair = (Number(parts[0]), parts.Length > 1 ? Number(parts[1]) : null);
        if (pair is (null, null))
        {
            return null;
        }

        return pair;
    }

    private static long? Number(string text)
    {
        if (long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        return null;
    }
}
