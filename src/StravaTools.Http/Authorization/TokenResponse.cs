
namespace StravaTools.Http.Authorization;

/// <summary>A server's answer to a token request (RFC 6749, 5.1).</summary>
internal sealed record TokenResponse(string? AccessToken, string? RefreshToken, long? ExpiresIn, string? Scope)
{
    /// <summary>Never the tokens.</summary>
    public override string ToString() => "token answer (hidden)";
}
