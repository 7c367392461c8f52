using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Face;

/// <summary>
/// The page for people at /__admin/face: what the fake received, and buttons for what a test can control. It works without scripts, too.
/// AdminGuard protects it as it protects the administration.
/// </summary>
internal static class FaceRoutes
{
    private const string Root = "/__admin/face";

    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>
    /// Shows the page to browsers that open the address of the fake. Clients of the API do not accept HTML, and get Strava's answer.
    /// </summary>
    public static RequestDelegate RedirectBrowsers(RequestDelegate next) => http =>
    {
        var request = http.Request;
        if (request.Path == "/" && HttpMethods.IsGet(request.Method)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return (Response.WithoutBody(StatusCodes.Status302Found) with { Location = Root }).WriteAsync(http);
        }

        return next(http);
    };

    /// <param name="app">The application.</param>
    /// <param name="parts">What is shown and controlled.</param>
    /// <param name="resetAll">Restores the start.</param>
    public static void MapFace(this IEndpointRouteBuilder app, FakeParts parts, Action resetAll)
    {
        var actions = new FaceActions(parts, resetAll);
        app.MapMethods(Root, ["GET"], http => ShowAsync(http, StatusCodes.Status200OK, new FacePage(parts, FindText(http)).Render(null)));
        app.MapMethods($"{Root}/requests/{{id:long}}", ["GET"], http => ShowRequestAsync(http, parts.Journal));
        app.MapMethods($"{Root}/{{section}}/{{action}}", ["POST"], http => PressAsync(http, actions, parts));
        app.MapFile("face.css", "text/css; charset=utf-8");
        app.MapFile("face.js", "text/javascript; charset=utf-8");
        app.MapFile("face.svg", "image/svg+xml");
    }

    private static string FindText(HttpContext http) => http.Request.Query["find"].ToString();

    private static async Task PressAsync(HttpContext http, FaceActions actions, FakeParts parts)
    {
        var section = RouteValues.ReadText(http, "section");
        if (await actions.RunAsync(http, section) is { } problem)
        {
            await ShowAsync(http, StatusCodes.Status400BadRequest, new FacePage(parts, "").Render(problem));
            return;
        }

        // The page again, at the section of the button.
        await (Response.WithoutBody(StatusCodes.Status303SeeOther) with { Location = $"{Root}#{section}" }).WriteAsync(http);
    }

    private static Task ShowRequestAsync(HttpContext http, RequestJournal journal)
    {
        if (journal.Snapshot().FirstOrDefault(entry => entry.Number == RouteValues.ReadId(http)) is { } entry)
        {
            return ShowAsync(http, StatusCodes.Status200OK, RequestPage.Render(new RecordedRequest(entry)));
        }

        return ShowAsync(http, StatusCodes.Status404NotFound, RequestPage.RenderMissing());
    }

    private static Task ShowAsync(HttpContext http, int status, Html page)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        // Not no-referrer: browsers would then send the origin null with the buttons.
        headers["Referrer-Policy"] = "same-origin";
        return Response.FromHtml(status, page.ToString()).WriteAsync(http);
    }

    private static void MapFile(this IEndpointRouteBuilder app, string name, string contentType)
    {
        var response = new Lazy<Response>(() => ReadFile(name, contentType));
        app.MapMethods($"/__admin/{name}", ["GET"], http => response.Value.WriteAsync(http));
    }

    private static Response ReadFile(string name, string contentType)
    {
        using var reader = new StreamReader(typeof(FaceRoutes).Assembly.GetManifestResourceStream(name)!);
        return Response.FromText(StatusCodes.Status200OK, contentType, reader.ReadToEnd());
    }
}
