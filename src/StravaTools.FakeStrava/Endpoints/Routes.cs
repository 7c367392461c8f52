using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Faults;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Pages;
using StravaTools.FakeStrava.State;
using StravaTools.FakeStrava.Webhooks;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>All routes of the Strava part. A new endpoint is a file, a line here, and a test.</summary>
internal static class Routes
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapStrava(this IEndpointRouteBuilder app, World world, WebhookHub webhooks)
    {
        var api = new ApiPipeline(world);
        app.MapUploads(api);
        app.MapActivities(api);
        app.MapAthletes(api);
        app.MapSegments(api);
        app.MapOAuth(api, world);
        app.MapWebhooks(world, webhooks);
        app.MapWebsite(world);
        app.MapFallback("{*path}", api.RejectUnknownRouteAsync);
    }

    /// <summary>Lets faults name the operations of all endpoints that are mapped, of the Decathlon part too.</summary>
    public static void NameOperations(this IEndpointRouteBuilder app, FaultSet faults) =>
        faults.EndpointNames = OperationName.ListNames(app);

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
        app.MapApi(api, "GET", "/api/v3/activities/{id}/comments", Permission.ReadActivities, ListComments.Handle);
        app.MapApi(api, "GET", "/api/v3/activities/{id}/kudos", Permission.ReadActivities, ListKudos.Handle);
        app.MapApi(api, "GET", "/api/v3/activities/{id}/photos", Permission.ReadActivities, ListActivityPhotos.Handle);
    }

    private static void MapAthletes(this IEndpointRouteBuilder app, ApiPipeline api)
    {
        app.MapApi(api, "GET", "/api/v3/athlete", Permission.Read, GetAthlete.Handle);
        app.MapApi(api, "PUT", "/api/v3/athlete", Permission.WriteProfile, UpdateAthlete.Handle);
        app.MapApi(api, "GET", "/api/v3/athlete/zones", Permission.ReadProfile, GetAthleteZones.Handle);
        app.MapApi(api, "GET", "/api/v3/athlete/clubs", Permission.Read, ListAthleteClubs.Handle);
        app.MapApi(api, "GET", "/api/v3/athletes/{id}", Permission.Read, GetAthleteById.Handle);
        app.MapApi(api, "GET", "/api/v3/athletes/{id}/stats", Permission.Read, GetAthleteStats.Handle);
        app.MapApi(api, "GET", "/api/v3/gear/{id}", Permission.Read, GetGear.Handle);
        app.MapApi(api, "GET", "/api/v3/athletes/{id}/routes", Permission.Read, ListRoutes.Handle);
        app.MapApi(api, "GET", "/api/v3/routes/{id}", Permission.Read, GetRoute.Handle);
        app.MapApi(api, "GET", "/api/v3/routes/{id}/export_gpx", Permission.Read, ExportRoute.HandleGpx);
        app.MapApi(api, "GET", "/api/v3/routes/{id}/export_tcx", Permission.Read, ExportRoute.HandleTcx);
        app.MapApi(api, "GET", "/api/v3/routes/{id}/streams", Permission.Read, GetRouteStreams.Handle);
        app.MapApi(api, "GET", "/api/v3/clubs/{id}", Permission.Read, GetClub.Handle);
        app.MapApi(api, "GET", "/api/v3/clubs/{id}/members", Permission.Read, ListClubMembers.Handle);
        app.MapApi(api, "GET", "/api/v3/clubs/{id}/admins", Permission.Read, ListClubMembers.Handle);
        app.MapApi(api, "GET", "/api/v3/clubs/{id}/activities", Permission.Read, ListClubActivities.Handle);
    }

    private static void MapSegments(this IEndpointRouteBuilder app, ApiPipeline api)
    {
        app.MapApi(api, "GET", "/api/v3/segments/explore", Permission.Read, ExploreSegments.Handle);
        app.MapApi(api, "GET", "/api/v3/segments/starred", Permission.Read, ListStarredSegments.Handle);
        app.MapApi(api, "GET", "/api/v3/segments/{id}", Permission.Read, GetSegment.Handle);
        app.MapApi(api, "GET", "/api/v3/segments/{id}/leaderboard", Permission.Read, GetLeaderboard.Handle);
        app.MapApi(api, "GET", "/api/v3/segments/{id}/all_efforts", Permission.Read, ListSegmentEfforts.Handle);
        app.MapApi(api, "PUT", "/api/v3/segments/{id}/starred", Permission.WriteProfile, StarSegment.Handle);
        app.MapApi(api, "GET", "/api/v3/segments/{id}/streams", Permission.Read, GetSegmentStreams.Handle);
        app.MapApi(api, "GET", "/api/v3/segment_efforts", Permission.Read, ListOwnEfforts.Handle);
        app.MapApi(api, "GET", "/api/v3/segment_efforts/{id}", Permission.Read, GetEffort.Handle);
        app.MapApi(api, "GET", "/api/v3/segment_efforts/{id}/streams", Permission.Read, GetEffortStreams.Handle);
    }

    private static void MapOAuth(this IEndpointRouteBuilder app, ApiPipeline api, World world)
    {
        foreach (var root in new[] { "", "/api/v3" })
        {
            app.MapOpen("GET", $"{root}/oauth/authorize", nameof(ShowConsent), (_, parameters) => ShowConsent.Handle(parameters, world));
            app.MapOpen("POST", $"{root}/oauth/authorize", nameof(SubmitConsent),
                (_, parameters) => SubmitConsent.Handle(parameters, world));
            app.MapOpen("POST", $"{root}/oauth/token", nameof(IssueToken), (_, parameters) => IssueToken.Handle(parameters, world));
            app.MapOpen("POST", $"{root}/oauth/revoke", nameof(RevokeToken),
                (request, parameters) => RevokeToken.Handle(request, parameters, world));
            app.MapApi(api, "POST", $"{root}/oauth/deauthorize", Permission.None, Deauthorize.Handle);
        }
    }

    private static void MapWebhooks(this IEndpointRouteBuilder app, World world, WebhookHub hub)
    {
        const string Route = "/api/v3/push_subscriptions";
        app.MapMethods(Route, [HttpMethods.Post], async http =>
        {
            var (parameters, error) = await RequestParameters.ReadOrRejectAsync(http.Request);
            var response = error ?? await PushSubscriptions.CreateAsync(http, parameters!, world, hub);
            await response.WriteAsync(http);
        }).WithMetadata(OperationName.FromClass("CreatePushSubscription"));
        app.MapOpen("GET", Route, "ListPushSubscriptions",
            (_, parameters) => PushSubscriptions.ListSubscriptions(parameters, world, hub));
        app.MapOpen("DELETE", $"{Route}/{{id}}", "DeletePushSubscription",
            (request, parameters) => PushSubscriptions.RemoveSubscription(request, parameters, world, hub));
    }

    private static void MapWebsite(this IEndpointRouteBuilder app, World world)
    {
        app.MapMethods("/photo-uploads/{key}", [HttpMethods.Put], http => PutPhoto.HandleAsync(http, world))
            .WithMetadata(OperationName.FromClass(nameof(PutPhoto)));
        app.MapPage("/photos/{key}", nameof(GetPhoto), http => GetPhoto.Handle(http, world));
        app.MapPage("/activities/{id}", nameof(ActivityPage), http => ActivityPage.Handle(http, world));
        app.MapPage("/activities/{id}/embed/{token}", nameof(ActivityPage), http => ActivityPage.HandleEmbedded(http, world));
        app.MapMethods("/activities/{id}/export_tcx", Read, http => ExportTcx.HandleAsync(http, world))
            .WithMetadata(OperationName.FromClass(nameof(ExportTcx)));
        app.MapPage("/settings/api", nameof(SettingsPage), http => SettingsPage.Handle(http, world));
    }

    /// <summary>
    /// A route of the API: with the parameters read, the athlete identified by the token, and the request counted.
    /// </summary>
    private static void MapApi(
        this IEndpointRouteBuilder app, ApiPipeline api, string method, string route, Permission permission,
        Func<ApiRequest, Response> handle) =>
        app.MapMethods(route, MethodsOf(method), http => api.RunAsync(http, permission, handle))
            .WithMetadata(OperationName.FromClass(handle.Method.DeclaringType!.Name));

    /// <summary>A route that requires no access token.</summary>
    private static void MapOpen(
        this IEndpointRouteBuilder app, string method, string route, string name, Func<HttpRequest, RequestParameters, Response> handle) =>
        app.MapMethods(route, MethodsOf(method), async http =>
        {
            var (parameters, error) = await RequestParameters.ReadOrRejectAsync(http.Request);
            var response = error ?? handle(http.Request, parameters!);
            await response.WriteAsync(http);
        }).WithMetadata(OperationName.FromClass(name));

    private static void MapPage(this IEndpointRouteBuilder app, string route, string name, Func<HttpContext, Response> handle) =>
        app.MapMethods(route, Read, http => handle(http).WriteAsync(http)).WithMetadata(OperationName.FromClass(name));

    /// <summary>"HEAD can be issued against any resource" (strava-v3-api.md, "Request methods").</summary>
    private static string[] MethodsOf(string method)
    {
        if (method == HttpMethods.Get)
        {
            return Read;
        }

        return [method];
    }
}
