using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Authorization;

/// <summary>A code of the consent page, to be exchanged once and soon.</summary>
internal sealed record AuthorizationCode(FakeApplication Application, FakeAthlete Athlete, Scopes Scopes, DateTimeOffset ExpiresAt);
