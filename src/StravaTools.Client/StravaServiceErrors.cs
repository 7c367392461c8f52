using StravaTools.Http.Errors;

namespace StravaTools.Client;

/// <summary>The errors that failures of Strava's server are reported as.</summary>
internal static class StravaServiceErrors
{
    /// <summary>The errors of a login, which has no rate limit windows.</summary>
    public static ServiceErrors Login => All with { RateLimited = ApiErrors.TooManyRequests };

    public static ServiceErrors All { get; } = new()
    {
        CreateException = (error, cause, arguments) => new StravaException(error, cause, arguments),
        FindHint = FaultHints.FindHint,
        FindError = StravaFaults.FindError,
        NotAuthorized = StravaErrors.NotAuthorized,
        MissingScope = StravaErrors.MissingScope,
        Forbidden = StravaErrors.Forbidden,
        RateLimited = StravaErrors.RateLimited,
        NotFound = StravaErrors.NotFound,
        Conflict = StravaErrors.ActivityTimeConflict,
        RequestRefused = ApiErrors.RequestRefused,
        ServerFailed = ApiErrors.ServerFailed,
        UnexpectedAnswer = StravaErrors.UnexpectedAnswer,
        ServerUnreachable = StravaErrors.ServerUnreachable,
        ConnectionLost = ApiErrors.ConnectionLost,
        FateUnknown = StravaErrors.FateUnknown,
    };
}
