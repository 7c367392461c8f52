using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Stubs;

namespace StravaTools.FakeStrava.Admin.WireMock;

/// <summary>/__admin/mappings in the dialect of wiremock.org.</summary>
internal sealed class MappingsAdmin(StubStore stubs)
{
    public Response ListMappings(HttpContext http)
    {
        // WireMock lists stubs in the order in which they match.
        var all = stubs.Stubs.OrderBy(stub => stub.Priority).ToList();
        var query = http.Request.Query;
        return DescribeList(all.Skip(ReadNumber(query["offset"], 0)).Take(ReadNumber(query["limit"], int.MaxValue)), all.Count);
    }

    public Response ListUnmatched()
    {
        var unmatched = stubs.FindUnmatched();
        return DescribeList(unmatched, unmatched.Count);
    }

    public Response RemoveUnmatched()
    {
        var unmatched = stubs.FindUnmatched();
        stubs.RemoveStubs(unmatched.Contains);
        return WireMockAdmin.RespondEmptyObject();
    }

    public Task<Response> AddMappingAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        var stub = StubMappingReader.ReadMapping(json);
        stubs.AddStub(stub);
        return WireMockAdmin.RespondJson(stub.Json.DeepClone(), StatusCodes.Status201Created);
    });

    public Response ShowMapping(HttpContext http)
    {
        var (id, error) = WireMockAdmin.ReadId(http);
        if (error is not null)
        {
            return error;
        }

        if (stubs.FindStub(id!.Value) is { } stub)
        {
            return WireMockAdmin.RespondJson(stub.Json.DeepClone());
        }

        return WireMockAdmin.RespondNotFound();
    }

    public Task<Response> ReplaceMappingAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        var (id, error) = WireMockAdmin.ReadId(http);
        if (error is not null)
        {
            return error;
        }

        var stub = StubMappingReader.ReadMapping(json, id);
        return stubs.ReplaceStub(stub) ? WireMockAdmin.RespondJson(stub.Json.DeepClone()) : WireMockAdmin.RespondNotFound();
    });

    public Response RemoveMapping(HttpContext http)
    {
        var (id, error) = WireMockAdmin.ReadId(http);
        if (error is not null)
        {
            return error;
        }

        return stubs.RemoveStubs(stub => stub.Id == id) > 0 ? WireMockAdmin.RespondEmptyObject() : WireMockAdmin.RespondNotFound();
    }

    public Response RemoveAll()
    {
        stubs.RemoveStubs(_ => true);
        return WireMockAdmin.RespondEmptyObject();
    }

    /// <summary>WireMock restores the stubs of its files. The fake has none, so it removes all.</summary>
    public Response ResetMappings()
    {
        stubs.RemoveStubs(_ => true);
        return WireMockAdmin.RespondNothing();
    }

    /// <summary>Removes the stub of the body, by its ID or else by its request (Java's removeStub).</summary>
    public Task<Response> RemoveByBodyAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        var stub = StubMappingReader.ReadMapping(json);
        if (stubs.RemoveStubs(other => other.Id == stub.Id) == 0)
        {
            stubs.RemoveStubs(other => JsonNode.DeepEquals(other.Request.Json, stub.Request.Json));
        }

        return WireMockAdmin.RespondNothing();
    });

    public Task<Response> ImportMappingsAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        StubMapping[] imported = json.TryGetProperty("mappings", out var list)
            ? [.. list.EnumerateArray().Select(item => StubMappingReader.ReadMapping(item))]
            : [];
        json.TryGetProperty("importOptions", out var options);
        var ignoresDuplicates = ReadOption(options, "duplicatePolicy") == "IGNORE";
        foreach (var stub in imported.Where(stub => !ignoresDuplicates || stubs.FindStub(stub.Id) is null))
        {
            stubs.AddStub(stub);
        }

        if (ReadOption(options, "deleteAllNotInImport") == "True")
        {
            stubs.RemoveStubs(stub => imported.All(other => other.Id != stub.Id));
        }

        return WireMockAdmin.RespondNothing();
    });

    public Task<Response> FindByMetadataAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        var pattern = ValuePatternReader.ReadPattern(json, "");
        var found = stubs.Stubs.Where(stub => HasMetadata(stub, pattern)).ToList();
        return DescribeList(found, found.Count);
    });

    public Task<Response> RemoveByMetadataAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        var pattern = ValuePatternReader.ReadPattern(json, "");
        stubs.RemoveStubs(stub => HasMetadata(stub, pattern));
        return WireMockAdmin.RespondEmptyObject();
    });

    private static bool HasMetadata(StubMapping stub, ValuePattern pattern) =>
        stub.Metadata is { } metadata && pattern.Test(metadata.ToJsonString());

    private static string ReadOption(JsonElement options, string name)
    {
        if (options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value))
        {
            return value.ToString();
        }

        return "";
    }

    private static Response DescribeList(IEnumerable<StubMapping> mappings, int total) => WireMockAdmin.RespondJson(new JsonObject
    {
        ["mappings"] = new JsonArray([.. mappings.Select(stub => stub.Json.DeepClone())]),
        ["meta"] = new JsonObject { ["total"] = total },
    });

    private static int ReadNumber(string? text, int otherwise)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return otherwise;
    }
}
