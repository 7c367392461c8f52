using System.Globalization;
using System.Net;
using System.Text;
using StravaTools.FakeStrava.Authorization;

namespace StravaTools.FakeStrava.Pages;

/// <summary>The page on which an athlete allows the requested access, or a part of it.</summary>
internal static class ConsentPage
{
    public static string Render(ConsentRequest request)
    {
        var application = WebUtility.HtmlEncode(request.Application.Name);
        var athlete = WebUtility.HtmlEncode($"{request.Athlete.FirstName} {request.Athlete.LastName}");
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><link rel="icon" href="/__admin/face.svg">
            <title>Authorize {application} | Fake Strava</title></head>
            <body>
            <h1>Authorize {application} to connect to Strava</h1>
            <p>You are {athlete}. {application} will be able to:</p>
            <form method="post" action="/oauth/authorize">
            {RenderBoxes(request.Scopes)}{RenderHidden("client_id", FormattableString.Invariant($"{request.Application.ClientId}"))}
            {RenderHidden("redirect_uri", request.Redirect.AbsoluteUri)}
            {RenderHidden("scope", string.Join(',', request.Scopes.Names))}
            {RenderHidden("state", request.State)}
            {RenderHidden("athlete_id", FormattableString.Invariant($"{request.Athlete.Id}"))}
            {RenderHidden("has_boxes", "1")}
            <button type="submit" name="decision" value="allow">Authorize</button>
            <button type="submit" name="decision" value="deny">Cancel</button>
            </form>
            </body>
            </html>

            """;
    }

    private static string RenderBoxes(Scopes scopes)
    {
        var boxes = new StringBuilder();
        foreach (var name in scopes.Names)
        {
            boxes.Append(CultureInfo.InvariantCulture, $"<p><label><input type=\"checkbox\" name=\"allow_{name}\" value=\"1\" checked> ")
                .AppendLine(CultureInfo.InvariantCulture, $"{name}: {DescribeScope(name)}</label></p>");
        }

        return boxes.ToString();
    }

    private static string RenderHidden(string name, string value) =>
        $"<input type=\"hidden\" name=\"{name}\" value=\"{WebUtility.HtmlEncode(value)}\">";

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
}
