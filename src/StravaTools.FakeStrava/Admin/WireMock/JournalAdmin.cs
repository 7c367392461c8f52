using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Stubs;

namespace StravaTools.FakeStrava.Admin.WireMock;

/// <summary>/__admin/requests and /__admin/near-misses: the journal in the form of WireMock.</summary>
internal sealed class JournalAdmin(RequestJournal journal, StubStore stubs)
{
    private const int MaxNearMisses = 3;

    /// <summary>The newest first.</summary>
    public Response ListRequests(HttpContext http)
    {
        var query = http.Request.Query;
        _ = DateTimeOffset.TryParse(query["since"], CultureInfo.InvariantCulture, out var since);
        var events = ListRecorded()
            .Where(request => query["unmatched"] != "true" || !EventJson.WasMatched(request))
            .Where(request => query["matchingStub"].Count == 0 || (string?)request.Entry.Stub?["id"] == query["matchingStub"])
            .Where(request => request.ReceivedAt >= since)
            .ToList();
        var limit = int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        return WireMockAdmin.RespondJson(new JsonObject
        {
            ["requests"] = new JsonArray([.. events.Take(limit).Select(EventJson.DescribeEvent)]),
            ["meta"] = new JsonObject { ["total"] = events.Count },
            ["requestJournalDisabled"] = false,
        });
    }

    public Response ShowRequest(HttpContext http)
    {
        var (id, error) = WireMockAdmin.ReadId(http);
        if (error is not null)
        {
            return error;
        }

        if (ListRecorded().FirstOrDefault(request => request.Id == id) is { } request)
        {
            return WireMockAdmin.RespondJson(EventJson.DescribeEvent(request));
        }

        return WireMockAdmin.RespondNotFound();
    }

    public Response RemoveRequest(HttpContext http)
    {
        var (id, error) = WireMockAdmin.ReadId(http);
        if (error is null)
        {
            journal.RemoveEntries(entry => entry.Id == id);
        }

        return error ?? WireMockAdmin.RespondEmptyObject();
    }

    public Response RemoveAll()
    {
        journal.RemoveEntries(_ => true);
        return WireMockAdmin.RespondEmptyObject();
    }

    public Task<Response> CountRequestsAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json => WireMockAdmin.RespondJson(
        new JsonObject { ["count"] = FindMatching(json).Count, ["requestJournalDisabled"] = false }));

    /// <summary>The oldest first.</summary>
    public Task<Response> FindRequestsAsync(HttpContext http) =>
        WireMockAdmin.HandleBodyAsync(http, json => DescribeRequests([.. FindMatching(json).OrderBy(request => request.Number)]));

    public Response ListUnmatched() => DescribeRequests([.. ListRecorded().Where(request => !EventJson.WasMatched(request))]);

    public Task<Response> RemoveMatchingAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        var pattern = RequestPattern.FromJson(json, "");
        var removed = journal.RemoveEntries(entry => pattern.Matches(StubRequest.FromEntry(entry)));
        return DescribeRemoved(removed);
    });

    public Task<Response> RemoveByMetadataAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        var pattern = ValuePatternReader.ReadPattern(json, "");
        return DescribeRemoved(journal.RemoveEntries(entry => entry.Stub?["metadata"] is { } metadata
            && pattern.Test(metadata.ToJsonString())));
    });

    /// <summary>The stubs that are nearest to each request that no stub and no route matches.</summary>
    public Response ListNearMisses()
    {
        var misses = ListRecorded().Where(request => !EventJson.WasMatched(request)).SelectMany(request =>
            FindNearest(StubRequest.FromEntry(request.Entry), EventJson.DescribeRequest(request)));
        return DescribeMisses(misses);
    }

    /// <summary>The stubs that are nearest to a request.</summary>
    public Task<Response> FindNearMissesOfRequestAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        var described = JsonNode.Parse(json.GetRawText())!.AsObject();
        described["browserProxyRequest"] ??= false;
        described["port"] ??= -1;
        described["queryParams"] ??= new JsonObject();
        described["formParams"] ??= new JsonObject();
        var headers = json.TryGetProperty("headers", out var sent) && sent.ValueKind == JsonValueKind.Object
            ? sent.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, new StringValues(header.Value.ToString())))
            : [];
        var request = new StubRequest(ReadText(json, "method"), ReadText(json, "url"), headers)
        {
            IsComplete = json.TryGetProperty("headers", out _),
        };
        return DescribeMisses(FindNearest(request, described));
    });

    /// <summary>The requests that are nearest to a pattern.</summary>
    public Task<Response> FindNearMissesOfPatternAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        var pattern = RequestPattern.FromJson(json, "");
        var misses = ListRecorded().Select(request => (request, Distance: pattern.DistanceTo(StubRequest.FromEntry(request.Entry))))
            .OrderBy(miss => miss.Distance).Take(MaxNearMisses)
            .Select(miss => (JsonNode?)new JsonObject
            {
                ["request"] = EventJson.DescribeRequest(miss.request),
                ["requestPattern"] = pattern.Json.DeepClone(),
                ["matchResult"] = DescribeResult(miss.Distance),
            });
        return DescribeMisses(misses);
    });

    private IEnumerable<RecordedRequest> ListRecorded() => journal.Snapshot().Reverse().Select(entry => new RecordedRequest(entry));

    private List<RecordedRequest> FindMatching(JsonElement json)
    {
        var pattern = RequestPattern.FromJson(json, "");
        return [.. ListRecorded().Where(request => pattern.Matches(StubRequest.FromEntry(request.Entry)))];
    }

    private IEnumerable<JsonNode?> FindNearest(StubRequest request, JsonObject described) => stubs.Stubs
        .Select(stub => (stub, Distance: stub.Request.DistanceTo(request)))
        .OrderBy(miss => miss.Distance).ThenBy(miss => miss.stub.Priority)
        .Take(MaxNearMisses)
        .Select(miss => (JsonNode?)new JsonObject
        {
            ["request"] = described.DeepClone(),
            ["stubMapping"] = miss.stub.Json.DeepClone(),
            ["matchResult"] = DescribeResult(miss.Distance, miss.stub.Request.DescribeMismatches(request)),
        });

    private static JsonObject DescribeResult(double distance, IEnumerable<string>? mismatches = null) => new()
    {
        ["subEvents"] = new JsonArray([.. (mismatches ?? []).Select(mismatch => (JsonNode?)new JsonObject
        {
            ["type"] = "MISMATCH",
            ["timeOffsetNanos"] = 0,
            ["data"] = new JsonObject { ["condition"] = mismatch },
        })]),
        ["diffDescriptions"] = new JsonArray(),
        ["distance"] = distance,
    };

    private static Response DescribeRequests(IReadOnlyCollection<RecordedRequest> requests) => WireMockAdmin.RespondJson(new JsonObject
    {
        ["requests"] = new JsonArray([.. requests.Select(EventJson.DescribeRequest)]),
        ["requestJournalDisabled"] = false,
    });

    private static Response DescribeRemoved(IEnumerable<JournalEntry> removed) => WireMockAdmin.RespondJson(new JsonObject
    {
        ["serveEvents"] = new JsonArray([.. removed.Select(entry => EventJson.DescribeEvent(new RecordedRequest(entry)))]),
    });

    private static Response DescribeMisses(IEnumerable<JsonNode?> misses) =>
        WireMockAdmin.RespondJson(new JsonObject { ["nearMisses"] = new JsonArray([.. misses]) });

    private static string ReadText(JsonElement json, string name)
    {
        if (json.TryGetProperty(name, out var value))
        {
            return value.ToString();
        }

        return "";
    }
}
