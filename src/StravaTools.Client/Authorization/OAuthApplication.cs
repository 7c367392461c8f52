namespace StravaTools.Client.Authorization;

/// <summary>An application and where it asks for tokens.</summary>
public sealed record OAuthApplication
{
    /// <summary>The page where a user allows it.</summary>
    public required Uri AuthorizeUri { get; init; }

    /// <summary>Where codes and refresh tokens are redeemed.</summary>
    public required Uri TokenUri { get; init; }

    /// <summary>The application's id.</summary>
    public required string ClientId { get; init; }

    /// <summary>The application's secret, if it has one.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Never the secret.</summary>
    public override string ToString() => $"{ClientId} at {TokenUri}";
}
