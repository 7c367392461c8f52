using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Authorization;

/// <summary>
/// The meaning of an access token: "the access_token defining the athlete and application making the call" (strava-v3-api.md, "Access").
/// </summary>
internal sealed record Grant(
    FakeApplication Application, FakeAthlete Athlete, Scopes Scopes, string AccessToken, DateTimeOffset? ExpiresAt, string RefreshToken);
