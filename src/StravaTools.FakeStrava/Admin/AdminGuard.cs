namespace StravaTools.FakeStrava.Admin;

/// <summary>
/// Protects the administration and the page with the secrets of the applications from web pages: any page in a browser on this machine
/// can send requests to 127.0.0.1. The names of the host and of the page must be those of this machine. The API itself accepts any host,
/// because clients may have the name of Strava's.
/// </summary>
internal static class AdminGuard
{
    private static readonly string[] LocalNames = ["localhost", "127.0.0.1", "[::1]", "::1"];

    public static RequestDelegate ProtectAdmin(RequestDelegate next) => http =>
    {
        if (!IsProtected(http.Request.Path) || IsFromThisMachine(http.Request))
        {
            return next(http);
        }

        return AdminJson.RefuseForeign().WriteAsync(http);
    };

    private static bool IsProtected(PathString path) =>
        path.StartsWithSegments("/__admin", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/settings", StringComparison.OrdinalIgnoreCase);

    private static bool IsFromThisMachine(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var isLocalPage = origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && LocalNames.Contains(page.Host, StringComparer.OrdinalIgnoreCase));
        return isLocalPage && LocalNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase);
    }
}
