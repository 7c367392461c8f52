using StravaTools.Client.Http;

namespace StravaTools.Client.Decathlon;

/// <summary>Which errors the failures of Decathlon's servers are.</summary>
internal static class DecathlonErrors
{
    /// <summary>All that its API changes may be sent again, so there is no fate that matters if it is unknown.</summary>
    public static ServiceErrors All { get; } = new()
    {
        NotAuthorized = StravaErrors.DecathlonNotAuthorized,
        MissingScope = StravaErrors.DecathlonNotAuthorized,
        Forbidden = StravaErrors.DecathlonForbidden,
        RateLimited = StravaErrors.DecathlonQuotaUsedUp,
        NotFound = StravaErrors.DecathlonNotFound,
        RequestRefused = StravaErrors.RequestRefused,
        ServerFailed = StravaErrors.ServerFailed,
        UnexpectedAnswer = StravaErrors.DecathlonUnexpectedAnswer,
        ServerUnreachable = StravaErrors.DecathlonUnreachable,
        ConnectionLost = StravaErrors.ConnectionLost,
        FateUnknown = StravaErrors.ConnectionLost,
    };
}
