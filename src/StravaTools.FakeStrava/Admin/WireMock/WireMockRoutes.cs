using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Stubs;

namespace StravaTools.FakeStrava.Admin.WireMock;

/// <summary>/__admin as WireMock 3.13.2 has it, for its clients in any language.</summary>
internal static class WireMockRoutes
{
    /// <summary>The version whose answers these are.</summary>
    private const string Version = "3.13.2";

    private static readonly string[] AllMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <param name="app">The application.</param>
    /// <param name="stubs">The stubs.</param>
    /// <param name="journal">The journal.</param>
    /// <param name="clock">The clock of the fake.</param>
    /// <param name="resetStubs">Removes the stubs of both dialects.</param>
    public static void MapWireMockAdmin(
        this IEndpointRouteBuilder app, StubStore stubs, RequestJournal journal, TimeProvider clock, Action resetStubs)
    {
        app.MapMappings(new MappingsAdmin(stubs));
        app.MapJournal(new JournalAdmin(journal, stubs));
        app.MapScenarios(new ScenariosAdmin(stubs));
        app.MapRest(stubs, journal, clock, resetStubs);
        app.MapMethods("/__admin/{*path}", AllMethods, http => WireMockAdmin.RespondNotFound().WriteAsync(http));
    }

    private static void MapMappings(this IEndpointRouteBuilder app, MappingsAdmin mappings)
    {
        app.MapCall("GET", "/mappings", mappings.ListMappings);
        app.MapCallAsync("POST", "/mappings", mappings.AddMappingAsync);
        app.MapCall("DELETE", "/mappings", _ => mappings.RemoveAll());
        app.MapCall("GET", "/mappings/unmatched", _ => mappings.ListUnmatched());
        app.MapCall("DELETE", "/mappings/unmatched", _ => mappings.RemoveUnmatched());
        app.MapCall("GET", "/mappings/{id}", mappings.ShowMapping);
        app.MapCallAsync("PUT", "/mappings/{id}", mappings.ReplaceMappingAsync);
        app.MapCall("DELETE", "/mappings/{id}", mappings.RemoveMapping);
        app.MapCall("POST", "/mappings/reset", _ => mappings.ResetMappings());
        app.MapCall("POST", "/mappings/save", _ => mappings.SaveMappings());
        app.MapCallAsync("POST", "/mappings/remove", mappings.RemoveByBodyAsync);
        app.MapCallAsync("POST", "/mappings/import", mappings.ImportMappingsAsync);
        app.MapCallAsync("POST", "/mappings/find-by-metadata", mappings.FindByMetadataAsync);
        app.MapCallAsync("POST", "/mappings/remove-by-metadata", mappings.RemoveByMetadataAsync);
    }

    private static void MapJournal(this IEndpointRouteBuilder app, JournalAdmin requests)
    {
        app.MapCall("GET", "/requests", requests.ListRequests);
        app.MapCall("DELETE", "/requests", _ => requests.RemoveAll());
        app.MapCall("GET", "/requests/unmatched", _ => requests.ListUnmatched());
        app.MapCall("GET", "/requests/unmatched/near-misses", _ => requests.ListNearMisses());
        app.MapCall("GET", "/requests/{id}", requests.ShowRequest);
        app.MapCall("DELETE", "/requests/{id}", requests.RemoveRequest);
        // Of WireMock 2; python-wiremock and wiremock-rest-client still send it.
        app.MapCall("POST", "/requests/reset", _ => requests.RemoveAll());
        app.MapCallAsync("POST", "/requests/count", requests.CountRequestsAsync);
        app.MapCallAsync("POST", "/requests/find", requests.FindRequestsAsync);
        app.MapCallAsync("POST", "/requests/remove", requests.RemoveMatchingAsync);
        app.MapCallAsync("POST", "/requests/remove-by-metadata", requests.RemoveByMetadataAsync);
        // wiremock-rest-client sends the paths below /requests.
        foreach (var root in new[] { "", "/requests" })
        {
            app.MapCallAsync("POST", $"{root}/near-misses/request", requests.FindNearMissesOfRequestAsync);
            app.MapCallAsync("POST", $"{root}/near-misses/request-pattern", requests.FindNearMissesOfPatternAsync);
        }
    }

    private static void MapScenarios(this IEndpointRouteBuilder app, ScenariosAdmin scenarios)
    {
        app.MapCall("GET", "/scenarios", _ => scenarios.ListScenarios());
        app.MapCall("POST", "/scenarios/reset", _ => scenarios.ResetScenarios());
        app.MapCallAsync("PUT", "/scenarios/{name}/state", scenarios.SetStateAsync);
        app.MapCall("GET", "/settings", _ => scenarios.ShowSettings());
        app.MapCallAsync("POST", "/settings", scenarios.ChangeSettingsAsync);
        app.MapCallAsync("PUT", "/settings", scenarios.ChangeSettingsAsync);
    }

    private static void MapRest(
        this IEndpointRouteBuilder app, StubStore stubs, RequestJournal journal, TimeProvider clock, Action resetStubs)
    {
        var started = clock.GetTimestamp();
        app.MapCall("POST", "/reset", _ =>
        {
            resetStubs();
            stubs.RestoreStubs();
            journal.RemoveEntries(_ => true);
            return WireMockAdmin.RespondNothing();
        });
        app.MapCall("GET", "/version", _ => WireMockAdmin.RespondJson(new JsonObject { ["version"] = Version }));
        app.MapCall("GET", "/health", _ => WireMockAdmin.RespondJson(new JsonObject
        {
            ["status"] = "healthy",
            ["message"] = "Fake Strava is ok",
            ["version"] = Version,
            ["uptimeInSeconds"] = (long)clock.GetElapsedTime(started).TotalSeconds,
            ["timestamp"] = clock.GetUtcNow().ToString("O"),
        }));
        app.MapCall("GET", "/recordings/status", _ => RecordingsAdmin.ShowStatus());
        app.MapCall("POST", "/recordings/snapshot", _ => new RecordingsAdmin(journal).CreateSnapshot());
        app.MapCall("GET", "/files", _ => WireMockAdmin.RespondJson(new JsonArray()));
    }

    private static void MapCall(this IEndpointRouteBuilder app, string method, string route, Func<HttpContext, Response> handle) =>
        app.MapMethods($"/__admin{route}", [method], http => handle(http).WriteAsync(http));

    private static void MapCallAsync(
        this IEndpointRouteBuilder app, string method, string route, Func<HttpContext, Task<Response>> handle) =>
        app.MapMethods($"/__admin{route}", [method], async http =>
        {
            var response = await handle(http);
            await response.WriteAsync(http);
        });
}
