using StravaTools.Http.Errors;

namespace StravaTools.Client.Uploads;

/// <summary>
/// Counts answers that the next file would get, too, such as a rejected token, a missing permission, or a server that is down. After the
/// same one twice in a row, the rest of a batch is not sent: refused requests count against the rate limit, and each file that meets a
/// failing server would have to be checked by hand.
/// </summary>
internal sealed class FatalAnswers
{
    private const int MaxCount = 2;

    private readonly Lock _lock = new();
    private ApiException? _last;
    private int _count;

    /// <summary>The answer that ended the batch; null if files are still sent.</summary>
    public ApiException? Reason
    {
        get
        {
            lock (_lock)
            {
                return _count < MaxCount ? null : _last;
            }
        }
    }

    /// <summary>Notes that the server processed a request.</summary>
    public void NoteSuccess()
    {
        lock (_lock)
        {
            (_last, _count) = (null, 0);
        }
    }

    /// <summary>Notes the error of a file.</summary>
    public void NoteError(ApiException error)
    {
        if (error.Code == ApiErrors.RequestRefused.Id)
        {
            NoteSuccess();
        }
        else if (IsFatal(error))
        {
            lock (_lock)
            {
                _count = _last?.Code == error.Code && _last.StatusCode == error.StatusCode ? _count + 1 : 1;
                _last = error;
            }
        }
    }

    /// <summary>A rate limit resets automatically, and a connection can be lost because of one large file.</summary>
    private static bool IsFatal(ApiException error) =>
        error.RateLimitResetAt is null && (error.Code != StravaErrors.FateUnknown.Id || error.StatusCode is not null);
}
