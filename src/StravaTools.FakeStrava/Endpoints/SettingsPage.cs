using System.Net;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /settings/api: "The API application settings page provides a public access token to get started", and limits and usage "are reported on" it
/// (strava-v3-api.md, "Access" and "Rate Limiting").
/// </summary>
internal static class SettingsPage
{
    public static Answer Show(World world)
    {
        var (application, athlete, limits) = (world.Options.Applications[0], world.Options.Athletes[0], world.RateLimiter.Limits);
        var usage = world.RateLimiter.Look(application.ClientId);
        return Answer.Text(StatusCodes.Status200OK, "text/html; charset=utf-8", FormattableString.Invariant($"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>My API Application | Fake Strava</title></head>
            <body>
            <h1>{WebUtility.HtmlEncode(application.Name)}</h1>
            <dl>
            <dt>Client ID</dt><dd>{application.ClientId}</dd>
            <dt>Client Secret</dt><dd>{WebUtility.HtmlEncode(application.ClientSecret)}</dd>
            <dt>Your Access Token</dt><dd>{WebUtility.HtmlEncode(athlete.AccessToken)}</dd>
            <dt>Your Refresh Token</dt><dd>{WebUtility.HtmlEncode(athlete.RefreshToken)}</dd>
            <dt>Rate limits</dt><dd>{limits.QuarterHour} requests every 15 minutes, {limits.Daily} daily</dd>
            <dt>Usage</dt><dd>{usage.QuarterHour} in these 15 minutes, {usage.Daily} today</dd>
            </dl>
            </body>
            </html>

            """));
    }
}
