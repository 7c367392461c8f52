namespace StravaTools.Http.Authorization;

/// <summary>The result of a login, without secrets.</summary>
public sealed record OAuthConnection
{
    /// <summary>The server that the tokens are for.</summary>
    public required Uri Server { get; init; }

    /// <summary>The name of the login, if there are several at the server; null for the default login.</summary>
    public string? Profile { get; init; }

    /// <summary>The application that the tokens were issued to.</summary>
    public required string ClientId { get; init; }

    /// <summary>The athlete's ID; null if the server did not report it at the login.</summary>
    public long? AthleteId { get; init; }

    /// <summary>The granted scope.</summary>
    public string? Scope { get; init; }

    /// <summary>When the access token expires. It is renewed automatically.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>False if the server issued no refresh token.</summary>
    public required bool IsRenewable { get; init; }

    /// <summary>The file that contains the tokens.</summary>
    public required string TokenPath { get; init; }
}
