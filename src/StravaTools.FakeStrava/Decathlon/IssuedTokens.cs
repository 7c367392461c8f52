
namespace StravaTools.FakeStrava.Decathlon;

/// <summary>A pair of tokens as it is given out.</summary>
internal sealed record IssuedTokens(string AccessToken, string RefreshToken, string? Scope);
