namespace StravaTools.FakeStrava.Decathlon;

/// <summary>The number of valid tokens of the login, and of refreshes.</summary>
internal sealed record DecathlonTokenCounts(int AccessTokens, int RefreshTokens, int Refreshes);
