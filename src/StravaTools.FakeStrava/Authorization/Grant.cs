using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Authorization;

/// <summary>
/// The meaning of an access token: "the access_token defining the athlete and application making the call" (strava-v3-api.md, "Access").
/// </summary>
/// <param name="Application">The application.</param>
/// <param name="Athlete">The athlete when the token was issued.</param>
/// <param name="Scopes">The permissions.</param>
/// <param name="AccessToken">The access token.</param>
/// <param name="ExpiresAt">When the access token expires; null for never.</param>
/// <param name="RefreshToken">The refresh token; empty if it was used.</param>
internal sealed record Grant(
    FakeApplication Application, FakeAthlete Athlete, Scopes Scopes, string AccessToken, DateTimeOffset? ExpiresAt, string RefreshToken);
