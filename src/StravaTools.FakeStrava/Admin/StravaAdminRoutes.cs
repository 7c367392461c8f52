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
        app.Map("POST", "/reset", _ => Confirm(resetAll));
        app.MapClockAndLimits(parts);
        app.MapFaults(parts);
        app.MapUploads(parts.World);
        app.Map("GET", "/requests", http => RequestsAdmin.List(http, parts.Journal));
        app.Map("DELETE", "/requests", _ => RequestsAdmin.Clear(parts.Journal));
    }

    private static void MapClockAndLimits(this IEndpointRouteBuilder app, FakeParts parts)
    {
        app.Map("GET", "/clock", _ => ClockAdmin.Get(parts.Clock));
        app.MapAsync("PUT", "/clock", http => ClockAdmin.PutAsync(http, parts.Clock));
        app.MapAsync("POST", "/clock/advance", http => ClockAdmin.AdvanceAsync(http, parts.Clock));
        app.Map("DELETE", "/clock", _ => ClockAdmin.Reset(parts.Clock));
        app.Map("GET", "/limits", http => LimitsAdmin.Get(http, parts));
        app.MapAsync("PUT", "/limits", http => LimitsAdmin.PutAsync(http, parts));
        app.Map("DELETE", "/limits", _ => LimitsAdmin.Reset(parts));
    }

    private static void MapFaults(this IEndpointRouteBuilder app, FakeParts parts)
    {
        app.Map("GET", "/faults", _ => FaultsAdmin.List(parts.Faults));
        app.MapAsync("POST", "/faults", http => FaultsAdmin.AddAsync(http, parts.Faults));
        app.Map("DELETE", "/faults", _ => FaultsAdmin.RemoveAll(parts.Faults));
        app.Map("DELETE", "/faults/{id:long}", http => FaultsAdmin.Remove(http, parts.Faults));
    }

    private static void MapUploads(this IEndpointRouteBuilder app, World world)
    {
        app.Map("GET", "/uploads", _ => UploadsAdmin.List(world));
        app.Map("GET", "/uploads/{id}", http => UploadsAdmin.Get(http, world));
        app.MapAsync("PATCH", "/uploads/{id}", http => UploadsAdmin.PatchAsync(http, world));
        app.Map("GET", "/processing", _ => ProcessingAdmin.Get(world));
        app.MapAsync("PUT", "/processing", http => ProcessingAdmin.PutAsync(http, world));
    }

    private static void Map(this IEndpointRouteBuilder app, string method, string route, Func<HttpContext, Response> handle) =>
        app.MapMethods(Root + route, [method], http => handle(http).WriteAsync(http));

    private static void MapAsync(this IEndpointRouteBuilder app, string method, string route, Func<HttpContext, Task<Response>> handle) =>
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
