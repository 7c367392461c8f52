namespace StravaTools.Http.Authorization;

/// <summary>What is kept of an authorization: all that a refresh needs, and nothing of it in plain sight but in the token store.</summary>
public sealed record StoredTokens
{
    /// <summary>The token to send.</summary>
    public required string AccessToken { get; init; }

    /// <summary>What the next access token is asked for with. It may be good only once.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the access token ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What it may be used for, as the server says.</summary>
    public string? Scope { get; init; }

    /// <summary>The application that it was given to.</summary>
    public required string ClientId { get; init; }

    /// <summary>The application's secret, where the server gave it one.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Never a token or a secret.</summary>
    public override string ToString() => $"tokens of {ClientId} until {ExpiresAt:u} (hidden)";
}
