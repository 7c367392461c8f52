using StravaTools.Http.Errors;

namespace StravaTools.Decathlon;

/// <summary>Which errors the failures of Decathlon's servers are.</summary>
internal static class DecathlonServiceErrors
{
    /// <summary>All that its API changes may be sent again, so there is no fate that matters if it is unknown.</summary>
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
