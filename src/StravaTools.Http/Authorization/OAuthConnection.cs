namespace StravaTools.Http.Authorization;

/// <summary>What a login left behind; no secret is in it.</summary>
public sealed record OAuthConnection
{
    /// <summary>The server that the tokens are for.</summary>
    public required Uri Server { get; init; }

    /// <summary>The application that they were given to.</summary>
    public required string ClientId { get; init; }

    /// <summary>What they may be used for.</summary>
    public string? Scope { get; init; }

    /// <summary>When the access token ends; it is renewed by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>False if the server gave nothing to renew it with.</summary>
    public required bool IsRenewable { get; init; }

    /// <summary>The file that they are in.</summary>
    public required string TokenPath { get; init; }
}
