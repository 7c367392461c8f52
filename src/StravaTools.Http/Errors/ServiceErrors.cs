namespace StravaTools.Http.Errors;

/// <summary>The errors of one service, by what went wrong.</summary>
internal sealed record ServiceErrors
{
    /// <summary>Creates the exception that the service's users catch.</summary>
    public required Func<ErrorDescriptor, Exception?, object?[], ApiException> CreateException { private get; init; }

    /// <summary>Explains the resource, field, and code of a fault of the service; null for an unknown one.</summary>
    public Func<string?, string?, string?, string?>? FindHint { get; init; }

    /// <summary>
    /// Finds the error of a fault that has its own remedy; null for any other. The text of the error contains the status and the details.
    /// </summary>
    public Func<ServiceFault, ErrorDescriptor?>? FindError { get; init; }

    public required ErrorDescriptor NotAuthorized { get; init; }

    public required ErrorDescriptor MissingScope { get; init; }

    public required ErrorDescriptor Forbidden { get; init; }

    public required ErrorDescriptor RateLimited { get; init; }

    public required ErrorDescriptor NotFound { get; init; }

    /// <summary>Null if the service does not report conflicts.</summary>
    public ErrorDescriptor? Conflict { get; init; }

    public required ErrorDescriptor RequestRefused { get; init; }

    public required ErrorDescriptor ServerFailed { get; init; }

    public required ErrorDescriptor UnexpectedAnswer { get; init; }

    public required ErrorDescriptor ServerUnreachable { get; init; }

    public required ErrorDescriptor ConnectionLost { get; init; }

    public required ErrorDescriptor FateUnknown { get; init; }

    /// <summary>Creates the exception for an error.</summary>
    public ApiException Create(ErrorDescriptor error, Exception? cause, params object?[] arguments) =>
        CreateException(error, cause, arguments);
}
