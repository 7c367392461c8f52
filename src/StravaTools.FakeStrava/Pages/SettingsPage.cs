using System.Net;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Pages;

/// <summary>
/// GET /settings/api: "The API application settings page provides a public access token to get started", and limits and usage "are
/// reported on" it (strava-v3-api.md, "Access" and "Rate Limiting"). It shows the first application, unless the parameter client_id (ours)
/// names another.
/// </summary>
internal static class SettingsPage
{
    public static Response Handle(HttpContext http, World world)
    {
        if (FindApplication(http.Request.Query["client_id"].ToString(), world.Options) is not { } application)
        {
            return Response.FromHtml(
                StatusCodes.Status404NotFound, "<!DOCTYPE html><title>Not found</title><p>There is no such application.</p>");
        }

        return Response.FromHtml(StatusCodes.Status200OK, RenderPage(application, world));
    }

    private static FakeApplication? FindApplication(string clientId, FakeStravaOptions options)
    {
        if (clientId.Length == 0)
        {
            return options.Applications[0];
        }

        return options.FindApplication(clientId);
    }

    private static string RenderPage(FakeApplication application, World world)
    {
        var (usage, limits) = (world.RateLimiter.PeekUsage(application.ClientId), world.RateLimiter.Limits);
        var (access, refresh) = world.Tokens.OwnTokens(application);
        return FormattableString.Invariant($"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><link rel="icon" href="/__admin/face.svg"><title>My API Application | Fake Strava</title></head>
            <body>
            <h1>{WebUtility.HtmlEncode(application.Name)}</h1>
            <dl>
            <dt>Client ID</dt><dd>{application.ClientId}</dd>
            <dt>Client Secret</dt><dd>{WebUtility.HtmlEncode(application.ClientSecret)}</dd>
            <dt>Your Access Token</dt><dd>{WebUtility.HtmlEncode(access)}</dd>
            <dt>Your Refresh Token</dt><dd>{WebUtility.HtmlEncode(refresh)}</dd>
            <dt>Rate limits</dt><dd>{limits.QuarterHour} requests every 15 minutes, {limits.Daily} daily</dd>
            <dt>Usage</dt><dd>{usage.QuarterHour} in these 15 minutes, {usage.Daily} today</dd>
            </dl>
            </body>
            </html>

            """);
    }
}
