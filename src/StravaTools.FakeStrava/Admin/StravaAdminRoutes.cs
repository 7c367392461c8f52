using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin;

/// <summary>Everything below /__admin/strava: the Strava part, controlled by tests in any language.</summary>
internal static class StravaAdminRoutes
{
    private const string Root = "/__admin/strava";

    /// <param name="app">The application.</param>
    /// <param name="parts">What is controlled.</param>
    /// <param name="resetAll">Resets everything, stubs and the Decathlon part too.</param>
    public static void MapStravaAdmin(this IEndpointRouteBuilder app, FakeParts parts, Action resetAll)
    {
        app.MapAdmin("POST", "/reset", _ => Confirm(resetAll));
        app.MapClockAndLimits(parts);
        app.MapFaults(parts);
        app.MapUploads(parts.World);
        app.MapWebhooks(parts);
        app.MapAdmin("GET", "/requests", http => RequestsAdmin.ListRequests(http, parts.Journal));
        app.MapAdmin("DELETE", "/requests", _ => RequestsAdmin.ClearRequests(parts.Journal));
    }

    private static void MapClockAndLimits(this IEndpointRouteBuilder app, FakeParts parts)
    {
        app.MapAdmin("GET", "/clock", _ => ClockAdmin.ShowClock(parts.Clock));
        app.MapAdminAsync("PUT", "/clock", http => ClockAdmin.PutAsync(http, parts.Clock));
        app.MapAdminAsync("POST", "/clock/advance", http => ClockAdmin.AdvanceAsync(http, parts.Clock));
        app.MapAdmin("DELETE", "/clock", _ => ClockAdmin.ResetClock(parts.Clock));
        app.MapAdmin("GET", "/limits", http => LimitsAdmin.ShowLimits(http, parts));
        app.MapAdminAsync("PUT", "/limits", http => LimitsAdmin.PutAsync(http, parts));
        app.MapAdmin("DELETE", "/limits", _ => LimitsAdmin.ResetLimits(parts));
    }

    private static void MapFaults(this IEndpointRouteBuilder app, FakeParts parts)
    {
        app.MapAdmin("GET", "/faults", _ => FaultsAdmin.ListFaults(parts.Faults));
        app.MapAdminAsync("POST", "/faults", http => FaultsAdmin.AddAsync(http, parts.Faults));
        app.MapAdmin("DELETE", "/faults", _ => FaultsAdmin.RemoveAll(parts.Faults));
        app.MapAdmin("DELETE", "/faults/{id:long}", http => FaultsAdmin.RemoveFault(http, parts.Faults));
    }

    private static void MapWebhooks(this IEndpointRouteBuilder app, FakeParts parts)
    {
        var hub = parts.Webhooks;
        app.MapAdmin("GET", "/webhooks/subscriptions", _ => WebhooksAdmin.ListSubscriptions(hub));
        app.MapAdmin("DELETE", "/webhooks/subscriptions/{id}", http => WebhooksAdmin.RemoveSubscription(http, hub));
        app.MapAdminAsync("GET", "/webhooks/deliveries", http => WebhooksAdmin.ListDeliveriesAsync(http, hub));
        app.MapAdmin("DELETE", "/webhooks/deliveries", _ => WebhooksAdmin.RemoveDeliveries(hub));
        app.MapAdminAsync("POST", "/webhooks/deliveries", http => WebhooksAdmin.SendAsync(http, parts.World, hub));
        app.MapAdminAsync("POST", "/webhooks/deliveries/{id}/redeliver", http => WebhooksAdmin.RedeliverAsync(http, hub));
    }

    private static void MapUploads(this IEndpointRouteBuilder app, World world)
    {
        app.MapAdmin("GET", "/uploads", _ => UploadsAdmin.ListUploads(world));
        app.MapAdmin("GET", "/uploads/{id}", http => UploadsAdmin.ShowUpload(http, world));
        app.MapAdminAsync("PATCH", "/uploads/{id}", http => UploadsAdmin.PatchAsync(http, world));
        app.MapAdmin("GET", "/processing", _ => ProcessingAdmin.ShowProcessing(world));
        app.MapAdminAsync("PUT", "/processing", http => ProcessingAdmin.PutAsync(http, world));
    }

    public static void MapAdmin(this IEndpointRouteBuilder app, string method, string route, Func<HttpContext, Response> handle) =>
        app.MapMethods(Root + route, [method], http => handle(http).WriteAsync(http));

    public static void MapAdminAsync(
        this IEndpointRouteBuilder app, string method, string route, Func<HttpContext, Task<Response>> handle) =>
        app.MapMethods(Root + route, [method], async http =>
        {
            var response = await handle(http);
            await response.WriteAsync(http);
        });

    private static Response Confirm(Action change)
    {
        change();
        return AdminJson.NoContent();
    }
}
