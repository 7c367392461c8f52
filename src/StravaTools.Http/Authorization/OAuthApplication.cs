namespace StravaTools.Http.Authorization;

/// <summary>An OAuth application and its endpoints.</summary>
public sealed record OAuthApplication
{
    /// <summary>The authorization page. An existing query is preserved.</summary>
    public required Uri AuthorizeUri { get; init; }

    /// <summary>The token endpoint.</summary>
    public required Uri TokenUri { get; init; }

    /// <summary>The application's ID.</summary>
    public required string ClientId { get; init; }

    /// <summary>The application's secret, if it has one.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Whether the server supports PKCE (RFC 7636).</summary>
    public bool UsesPkce { get; init; } = true;

    /// <summary>Does not contain the secret.</summary>
    public override string ToString() => $"{ClientId} at {TokenUri}";
}
