using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Authorization;

/// <summary>A code of the consent page, which can be exchanged once before it expires.</summary>
internal sealed record AuthorizationCode(FakeApplication Application, FakeAthlete Athlete, Scopes Scopes, DateTimeOffset ExpiresAt);
