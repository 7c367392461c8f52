namespace StravaTools.Http.Authorization;

/// <summary>An application and where it asks for tokens.</summary>
public sealed record OAuthApplication
{
    /// <summary>The page where a user allows it; a query that it has is kept.</summary>
    public required Uri AuthorizeUri { get; init; }

    /// <summary>Where codes and refresh tokens are redeemed.</summary>
    public required Uri TokenUri { get; init; }

    /// <summary>The application's id.</summary>
    public required string ClientId { get; init; }

    /// <summary>The application's secret, if it has one.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Whether the server takes the proof of who asked for a code (RFC 7636).</summary>
    public bool UsesPkce { get; init; } = true;

    /// <summary>Never the secret.</summary>
    public override string ToString() => $"{ClientId} at {TokenUri}";
}
