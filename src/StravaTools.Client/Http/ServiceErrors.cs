namespace StravaTools.Client.Http;

/// <summary>Which errors the failures of a service are: what happened is the same everywhere, what to do next is not.</summary>
internal sealed record ServiceErrors
{
    /// <summary>Creates the exception that the service's users catch.</summary>
    public required Func<StravaError, Exception?, object?[], StravaException> CreateException { get; init; }

    /// <summary>Explains the resource, field, and code of a fault of the service; null for an unknown one.</summary>
    public Func<string?, string?, string?, string?>? FindHint { get; init; }

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
