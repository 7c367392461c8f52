namespace StravaTools.FakeStrava.Decathlon;

/// <summary>A pair of tokens as it is sent to a client.</summary>
internal sealed record IssuedTokens(string AccessToken, string RefreshToken, string? Scope);
