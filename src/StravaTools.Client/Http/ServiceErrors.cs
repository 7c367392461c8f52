namespace StravaTools.Client.Http;

/// <summary>Which errors the failures of a service are: what happened is the same everywhere, what to do next is not.</summary>
internal sealed record ServiceErrors
{
    public static ServiceErrors Strava { get; } = new()
    {
        NotAuthorized = StravaErrors.NotAuthorized,
        MissingScope = StravaErrors.MissingScope,
        Forbidden = StravaErrors.Forbidden,
        RateLimited = StravaErrors.RateLimited,
        NotFound = StravaErrors.NotFound,
        Conflict = StravaErrors.ActivityTimeConflict,
        RequestRefused = StravaErrors.RequestRefused,
        ServerFailed = StravaErrors.ServerFailed,
        UnexpectedAnswer = StravaErrors.UnexpectedAnswer,
        ServerUnreachable = StravaErrors.ServerUnreachable,
        ConnectionLost = StravaErrors.ConnectionLost,
        FateUnknown = StravaErrors.FateUnknown,
    };

    public required StravaError NotAuthorized { get; init; }

    public required StravaError MissingScope { get; init; }

    public required StravaError Forbidden { get; init; }

    public required StravaError RateLimited { get; init; }

    public required StravaError NotFound { get; init; }

    /// <summary>Null where a conflict is a refusal as any other.</summary>
    public StravaError? Conflict { get; init; }

    public required StravaError RequestRefused { get; init; }

    public required StravaError ServerFailed { get; init; }

    public required StravaError UnexpectedAnswer { get; init; }

    public required StravaError ServerUnreachable { get; init; }

    public required StravaError ConnectionLost { get; init; }

    public required StravaError FateUnknown { get; init; }
}
