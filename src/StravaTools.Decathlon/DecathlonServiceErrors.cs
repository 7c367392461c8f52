using StravaTools.Http.Errors;

namespace StravaTools.Decathlon;

/// <summary>The errors that failures of Decathlon's servers are reported as.</summary>
internal static class DecathlonServiceErrors
{
    /// <summary>All changes can be safely repeated, so an unknown outcome is reported as a lost connection.</summary>
    public static ServiceErrors All { get; } = new()
    {
        CreateException = (error, cause, arguments) => new DecathlonException(error, cause, arguments),
        NotAuthorized = DecathlonErrors.DecathlonNotAuthorized,
        MissingScope = DecathlonErrors.DecathlonNotAuthorized,
        Forbidden = DecathlonErrors.DecathlonForbidden,
        RateLimited = DecathlonErrors.DecathlonQuotaUsedUp,
        NotFound = DecathlonErrors.DecathlonNotFound,
        RequestRefused = ApiErrors.RequestRefused,
        ServerFailed = ApiErrors.ServerFailed,
        UnexpectedAnswer = DecathlonErrors.DecathlonUnexpectedAnswer,
        ServerUnreachable = DecathlonErrors.DecathlonUnreachable,
        ConnectionLost = ApiErrors.ConnectionLost,
        FateUnknown = ApiErrors.ConnectionLost,
    };
}
