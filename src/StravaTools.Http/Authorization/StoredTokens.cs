namespace StravaTools.Http.Authorization;

/// <summary>A stored authorization, with everything that a refresh requires. Secrets appear only in the token store.</summary>
public sealed record StoredTokens
{
    /// <summary>The access token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>The refresh token. It may be valid only once.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the access token expires.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The scope that the server granted.</summary>
    public string? Scope { get; init; }

    /// <summary>The application that the tokens were issued to.</summary>
    public required string ClientId { get; init; }

    /// <summary>The application's secret, if it has one.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The athlete's ID, if the server reported it at the login.</summary>
    public long? AthleteId { get; init; }

    /// <summary>
    /// The number of times that these tokens were stored. It shows which of two files is newer, independent of clocks. The store sets it.
    /// </summary>
    public long Generation { get; init; }

    /// <summary>Contains neither a token nor a secret.</summary>
    public override string ToString() => $"tokens of {ClientId} until {ExpiresAt:u} (hidden)";
}
