using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Pages;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>The routes there are. A new endpoint is a file and a line here.</summary>
internal static class Routes
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapStrava(this IEndpointRouteBuilder app, World world)
    {
        var api = new ApiPipeline(world);
        app.MapUploads(api);
        app.MapActivities(api);
        app.MapApi(api, "GET", "/api/v3/athlete", Permission.Read, GetAthlete.Handle);
        app.MapApi(api, "PUT", "/api/v3/athlete", Permission.WriteProfile, GetAthlete.Update);
        app.MapApi(api, "GET", "/api/v3/athletes/{id}", Permission.Read, GetAthlete.HandleById);
        app.MapApi(api, "GET", "/api/v3/clubs/{id}", Permission.Read, GetClub.Handle);
        app.MapApi(api, "GET", "/api/v3/segments/{id}", Permission.Read, Segments.GetSegment);
        app.MapApi(api, "GET", "/api/v3/segments/{id}/leaderboard", Permission.Read, Segments.Leaderboard);
        app.MapApi(api, "GET", "/api/v3/segments/{id}/all_efforts", Permission.Read, Segments.AllEfforts);
        app.MapOAuth(api, world);
        app.MapMethods("/photo-uploads/{key}", [HttpMethods.Put], http => PutPhoto.HandleAsync(http, world));
        app.MapPage("/photos/{key}", http => GetPhoto.Handle(http, world));
        app.MapPage("/activities/{id}", http => ActivityPage.Handle(http, world));
        app.MapPage("/activities/{id}/embed/{token}", http => ActivityPage.HandleEmbedded(http, world));
        app.MapMethods("/activities/{id}/export_tcx", Read, http => ExportTcx.HandleAsync(http, world));
        app.MapPage("/settings/api", http => SettingsPage.RenderPage(http, world));
        app.MapFallback("{*path}", api.NoRouteAsync);
    }

    private static void MapUploads(this IEndpointRouteBuilder app, ApiPipeline api)
    {
        app.MapApi(api, "POST", "/api/v3/uploads", Permission.WriteActivities, CreateUpload.Handle);
        app.MapApi(api, "GET", "/api/v3/uploads/{id}", Permission.WriteActivities, GetUpload.Handle);
        // strava-v3-api.md, "JSON-P callbacks", has the singular.
        app.MapApi(api, "GET", "/api/v3/upload/{id}", Permission.WriteActivities, GetUpload.Handle);
    }

    private static void MapActivities(this IEndpointRouteBuilder app, ApiPipeline api)
    {
        app.MapApi(api, "POST", "/api/v3/activities", Permission.WriteActivities, CreateActivity.Handle);
        app.MapApi(api, "GET", "/api/v3/activities/{id}", Permission.ReadActivities, GetActivity.Handle);
        app.MapApi(api, "PUT", "/api/v3/activities/{id}", Permission.WriteActivities, UpdateActivity.Handle);
        app.MapApi(api, "DELETE", "/api/v3/activities/{id}", Permission.WriteActivities, DeleteActivity.Handle);
        app.MapApi(api, "GET", "/api/v3/activities/{id}/laps", Permission.ReadActivities, ListLaps.Handle);
        app.MapApi(api, "GET", "/api/v3/activities/{id}/zones", Permission.ReadActivities, ListZones.Handle);
        app.MapApi(api, "GET", "/api/v3/activities/{id}/streams", Permission.ReadActivities, GetStreams.Handle);
        app.MapApi(api, "GET", "/api/v3/activities/{id}/streams/{types}", Permission.ReadActivities, GetStreams.Handle);
        app.MapApi(api, "GET", "/api/v3/athlete/activities", Permission.ReadActivities, ListActivities.Handle);
    }

    private static void MapOAuth(this IEndpointRouteBuilder app, ApiPipeline api, World world)
    {
        foreach (var root in new[] { "", "/api/v3" })
        {
            app.MapOpen("GET", $"{root}/oauth/authorize", (_, given) => OAuthAuthorize.ShowConsent(given, world));
            app.MapOpen("POST", $"{root}/oauth/authorize", (_, given) => OAuthAuthorize.Choose(given, world));
            app.MapOpen("POST", $"{root}/oauth/token", (_, given) => OAuthToken.Handle(given, world));
            app.MapOpen("POST", $"{root}/oauth/revoke", (request, given) => OAuthToken.Revoke(request, given, world));
            app.MapApi(api, "POST", $"{root}/oauth/deauthorize", Permission.None, OAuthToken.Deauthorize);
        }
    }

    /// <summary>
    /// A route of the API: with the parameters read, the athlete known by the token and the request counted. "HEAD can be issued against any
    /// resource".
    /// </summary>
    private static void MapApi(
        this IEndpointRouteBuilder app, ApiPipeline api, string method, string route, Permission permission, Func<ApiRequest, Response> handle) =>
        app.MapMethods(route, method == HttpMethods.Get ? Read : [method], http => api.RunAsync(http, permission, handle));

    /// <summary>A route that takes parameters from anybody.</summary>
    private static void MapOpen(this IEndpointRouteBuilder app, string method, string route, Func<HttpRequest, RequestParameters, Response> handle) =>
        app.MapMethods(route, method == HttpMethods.Get ? Read : [method], async http =>
        {
            var (parameters, error) = await ApiPipeline.ReadAsync(http.Request);
            await (error ?? handle(http.Request, parameters!)).WriteAsync(http);
        });

    private static void MapPage(this IEndpointRouteBuilder app, string route, Func<HttpContext, Response> handle) =>
        app.MapMethods(route, Read, http => handle(http).WriteAsync(http));
}
