
namespace StravaTools.Http.Authorization;

/// <summary>A server's response to a token request (RFC 6749, 5.1).</summary>
internal sealed record TokenResponse(string? AccessToken, string? RefreshToken, long? ExpiresIn, string? Scope)
{
    /// <summary>Does not contain the tokens.</summary>
    public override string ToString() => "token response (hidden)";
}
