using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// Strava as announced for June 2027 (field-notes.md, 7.1 and 7.2): the API at the root of its host, without /api/v3. The website and the
/// login keep their paths, and here they are on the same host.
/// </summary>
internal static class RootApi
{
    private const string OldPath = "/api/v3";

    /// <summary>The resources of the API.</summary>
    private static readonly string[] Resources =
    [
        "/activities", "/athlete", "/athletes", "/clubs", "/gear", "/push_subscriptions", "/routes", "/segment_efforts", "/segments",
        "/upload", "/uploads",
    ];

    /// <summary>Before routing: leads requests at the root to the API, and redirects those of the old path.</summary>
    public static RequestDelegate MoveApi(RequestDelegate next) => http =>
    {
        var request = http.Request;
        if (request.Path.StartsWithSegments(OldPath, StringComparison.Ordinal, out var rest))
        {
            http.Response.Headers.Location = $"{request.Scheme}://{request.Host}{rest}{request.QueryString}";
            return Response.FromFault(StatusCodes.Status308PermanentRedirect, "Moved Permanently").WriteAsync(http);
        }

        if (request.Path.StartsWithSegments("/oauth/deauthorize", StringComparison.Ordinal))
        {
            return Response.NoRoute().WriteAsync(http);
        }

        if (IsApi(request))
        {
            request.Path = OldPath + request.Path;
        }

        return next(http);
    };

    /// <summary>The page of an activity has the path of the API's activity. A browser sends no token.</summary>
    private static bool IsApi(HttpRequest request)
    {
        var isResource = Array.Exists(Resources, resource => request.Path.StartsWithSegments(resource, StringComparison.Ordinal));
        var isPage = HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments("/activities", StringComparison.Ordinal);
        return isResource && (!isPage || AccessTokenReader.HasTokenHeader(request));
    }
}
