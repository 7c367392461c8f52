namespace StravaTools.PowerShell.Work;

/// <summary>A source of access tokens. It contains no token.</summary>
public sealed record StravaConnectionInfo
{
    /// <summary>The server that the token is for.</summary>
    public required Uri Server { get; init; }

    /// <summary>The name of the login; null for the login without a name, and for a token in an environment variable.</summary>
    public string? Profile { get; init; }

    /// <summary>The athlete's ID; null if Strava did not report it at the login.</summary>
    public long? AthleteId { get; init; }

    /// <summary>The client ID of the application; null if it is unknown.</summary>
    public string? ClientId { get; init; }

    /// <summary>The granted permissions; null if they are unknown.</summary>
    public string? Scope { get; init; }

    /// <summary>When the access token expires; null if it is unknown.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>True if the access token is renewed automatically.</summary>
    public bool IsRenewable { get; init; }

    /// <summary>Where the token comes from: Connect-Strava, or the name of an environment variable.</summary>
    public required string Source { get; init; }

    /// <summary>The file that contains the tokens; null for an environment variable.</summary>
    public string? TokenPath { get; init; }

    /// <summary>True if the other cmdlets use it when neither -AccessToken nor -Profile is specified.</summary>
    public required bool IsDefault { get; init; }
}
