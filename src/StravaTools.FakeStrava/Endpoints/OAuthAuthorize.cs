using System.Globalization;
using System.Net;
using System.Text;
using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /oauth/authorize: the page on which an athlete allows an application what it asks for, or a part of it, and POST: what the athlete chose. Who
/// is logged in is the first athlete, unless the parameter athlete_id (ours) names another.
/// </summary>
internal static class OAuthAuthorize
{
    private const string Html = "text/html; charset=utf-8";

    public static Response ShowConsent(RequestParameters given, World world)
    {
        if (ReadRequest(given, world, out var request) is { } error)
        {
            return error;
        }

        // "approval_prompt=auto" asks nobody who has allowed as much already.
        var granted = given["approval_prompt"] == "auto" ? world.Tokens.FindGrant(request!.Application, request.Athlete) : null;
        if (granted?.Scopes.Covers(request!.Scopes) == true)
        {
            return GrantAccess(request!, request!.Scopes, world);
        }

        return Response.FromText(StatusCodes.Status200OK, Html, RenderPage(request!));
    }

    public static Response Choose(RequestParameters given, World world)
    {
        if (ReadRequest(given, world, out var request) is { } error)
        {
            return error;
        }

        if (given["decision"] != "allow")
        {
            return Redirect(request!, "error=access_denied");
        }

        // A box that was unticked is not sent. Without a box to tick (scripts post the form without them) all is allowed.
        string[] kept = [.. request!.Scopes.Names.Where(name => given.Contains($"allow_{name}"))];
        var scopes = given.Contains("has_boxes") ? Scopes.FromText(string.Join(',', kept)) : request.Scopes;
        return GrantAccess(request, scopes, world);
    }

    private static Response? ReadRequest(RequestParameters given, World world, out ConsentRequest? request)
    {
        request = null;
        if (OAuthToken.FindApplication(given["client_id"], world) is not { } application)
        {
            return Response.BadRequest(new FaultError("Application", "client_id", "invalid"));
        }

        if (!Uri.TryCreate(given["redirect_uri"], UriKind.Absolute, out var redirect) || !IsAllowed(redirect, application))
        {
            return Response.BadRequest(new FaultError("Application", "redirect_uri", "invalid"));
        }

        if (given["response_type"] is not (null or "code"))
        {
            return Response.BadRequest(new FaultError("Authorize", "response_type", "invalid"));
        }

        var athlete = world.Options.Athletes.FirstOrDefault(one => FormattableString.Invariant($"{one.Id}") == given["athlete_id"]) ?? world.Options.Athletes[0];
        var scopes = Scopes.ParseRequest(given["scope"] ?? (world.IsDocumented ? "public" : "read"), world.Options.Profile);
        request = scopes is null ? null : new ConsentRequest(application, athlete, scopes, redirect, given["state"] ?? "");
        if (scopes is null)
        {
            return Response.BadRequest(new FaultError("Authorize", "scope", "invalid"));
        }

        return null;
    }

    private static bool IsAllowed(Uri redirect, FakeApplication application) =>
        redirect.Host is "localhost" or "127.0.0.1" || redirect.Host == application.CallbackDomain
        || redirect.Host.EndsWith($".{application.CallbackDomain}", StringComparison.OrdinalIgnoreCase);

    private static Response GrantAccess(ConsentRequest request, Scopes scopes, World world)
    {
        var code = world.Tokens.AddCode(request.Application, request.Athlete, scopes);
        return Redirect(request, $"code={code}&scope={string.Join(',', scopes.Names)}");
    }

    private static Response Redirect(ConsentRequest request, string result)
    {
        var separator = request.Redirect.Query.Length == 0 ? '?' : '&';
        var uri = $"{request.Redirect.AbsoluteUri}{separator}state={Uri.EscapeDataString(request.State)}&{result}";
        return Response.WithoutBody(StatusCodes.Status302Found) with { Location = uri };
    }

    private static string RenderPage(ConsentRequest request)
    {
        var boxes = new StringBuilder();
        foreach (var name in request.Scopes.Names)
        {
            boxes.AppendLine(
                CultureInfo.InvariantCulture, $"<p><label><input type=\"checkbox\" name=\"allow_{name}\" value=\"1\" checked> {name}: {DescribeScope(name)}</label></p>");
        }

        string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{name}\" value=\"{WebUtility.HtmlEncode(value)}\">";
        var application = WebUtility.HtmlEncode(request.Application.Name);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Authorize {application} | Fake Strava</title></head>
            <body>
            <h1>Authorize {application} to connect to Strava</h1>
            <p>You are {WebUtility.HtmlEncode($"{request.Athlete.FirstName} {request.Athlete.LastName}")}. {application} will be able to:</p>
            <form method="post" action="/oauth/authorize">
            {boxes}{Hidden("client_id", FormattableString.Invariant($"{request.Application.ClientId}"))}
            {Hidden("redirect_uri", request.Redirect.AbsoluteUri)}
            {Hidden("scope", string.Join(',', request.Scopes.Names))}
            {Hidden("state", request.State)}
            {Hidden("athlete_id", FormattableString.Invariant($"{request.Athlete.Id}"))}
            {Hidden("has_boxes", "1")}
            <button type="submit" name="decision" value="allow">Authorize</button>
            <button type="submit" name="decision" value="deny">Cancel</button>
            </form>
            </body>
            </html>

            """;
    }

    private static string DescribeScope(string scope) => scope switch
    {
        "activity:write" or "write" => "Upload your activities from this app to Strava",
        "activity:read_all" or "view_private" => "View data about your private activities",
        "activity:read" => "View data about your activities",
        "profile:read_all" => "View your complete Strava profile",
        "profile:write" => "Change your Strava profile",
        "read_all" => "View private segments, routes and events",
        _ => "View your public profile",
    };

    private sealed record ConsentRequest(FakeApplication Application, FakeAthlete Athlete, Scopes Scopes, Uri Redirect, string State);
}
