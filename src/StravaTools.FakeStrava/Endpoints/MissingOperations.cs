namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// The operations of Strava's published swagger that the fake does not have: it answers with Strava's 404, and a header says why.
/// </summary>
internal static class MissingOperations
{
    public const string HintHeader = "X-Fake-Hint";

    private static readonly (string Method, string Route)[] Operations =
    [
        ("GET", "/athletes/{id}/routes"),
        ("GET", "/segments/explore"),
        ("PUT", "/segments/{id}/starred"),
        ("GET", "/segments/{id}/streams"),
        ("GET", "/segment_efforts"),
        ("GET", "/segment_efforts/{id}"),
        ("GET", "/segment_efforts/{id}/streams"),
        ("GET", "/clubs/{id}/members"),
        ("GET", "/clubs/{id}/admins"),
        ("GET", "/clubs/{id}/activities"),
        ("GET", "/routes/{id}"),
        ("GET", "/routes/{id}/export_gpx"),
        ("GET", "/routes/{id}/export_tcx"),
        ("GET", "/routes/{id}/streams"),
    ];

    public static void MapMissing(this IEndpointRouteBuilder app, ApiPipeline api)
    {
        foreach (var (method, route) in Operations)
        {
            app.MapMethods($"/api/v3{route}", [method], http =>
            {
                http.Response.Headers[HintHeader] = $"The fake server does not support {method} {route}.";
                return api.RejectUnknownRouteAsync(http);
            });
        }
    }
}
