using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Stubs;
using StravaTools.FakeStrava.Stubs.Dialects;

namespace StravaTools.FakeStrava.Admin.WireMock;

/// <summary>/__admin/mappings in the dialect of wiremock.org; stubs of WireMock.Net are translated.</summary>
internal sealed class MappingsAdmin(StubStore stubs)
{
    private const string WireMockNet = "wiremock.net";
    private const string LossyHeader = "X-Fake-Lossy";

    public Response ListMappings(HttpContext http)
    {
        // WireMock lists stubs in the order in which they match.
        var all = stubs.Stubs.OrderBy(stub => stub.Priority).ToList();
        var query = http.Request.Query;
        if (query["dialect"] == WireMockNet)
        {
            return ExportMappings(http, all);
        }

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
        var stub = ReadMapping(json);
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

    public Response SaveMappings()
    {
        stubs.SaveStubs();
        return WireMockAdmin.RespondNothing();
    }

    public Response ResetMappings()
    {
        stubs.RestoreStubs();
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
        StubMapping[] imported = [.. ListImported(json).Select(ReadMapping)];
        var options = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("importOptions", out var given) ? given : default;
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

    /// <summary>A stub of either dialect.</summary>
    private static StubMapping ReadMapping(JsonElement json)
    {
        var node = JsonNode.Parse(json.GetRawText());
        if (!WireMockNetReader.IsMapping(node))
        {
            return StubMappingReader.ReadMapping(json);
        }

        var (translated, lost) = WireMockNetReader.Translate(node!.AsObject());
        if (lost.Count > 0)
        {
            // Without a condition, the stub would answer more requests than it should.
            throw new StubFormatException(lost[0], $"wiremock.org's dialect has no counterpart of {string.Join(", ", lost)}");
        }

        return StubMappingReader.ReadMapping(JsonElement.Parse(translated.ToJsonString()));
    }

    /// <summary>WireMock.Net exports an array, and WireMock an object.</summary>
    private static JsonElement.ArrayEnumerator ListImported(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            return json.EnumerateArray();
        }

        if (json.TryGetProperty("mappings", out var list))
        {
            return list.EnumerateArray();
        }

        return default;
    }

    /// <summary>For WireMock.Net. A header lists what it cannot express.</summary>
    private static Response ExportMappings(HttpContext http, IEnumerable<StubMapping> mappings)
    {
        var exported = new JsonArray();
        var lost = new List<string>();
        foreach (var stub in mappings)
        {
            var translation = WireMockNetWriter.Translate(stub.Json);
            exported.Add(translation.Json);
            lost.AddRange(translation.Lost.Select(place => $"/{stub.Id}{place}"));
        }

        if (lost.Count > 0)
        {
            http.Response.Headers[LossyHeader] = string.Join(", ", lost);
        }

        return WireMockAdmin.RespondJson(exported);
    }

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
