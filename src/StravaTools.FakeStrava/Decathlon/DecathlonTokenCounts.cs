
namespace StravaTools.FakeStrava.Decathlon;

/// <summary>How many tokens of the login are good, and how often one was refreshed.</summary>
internal sealed record DecathlonTokenCounts(int AccessTokens, int RefreshTokens, int Refreshes);
