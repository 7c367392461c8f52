using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>The response of a stub.</summary>
internal sealed class StubResponse
{
    private static readonly string[] Known =
    [
        "status", "statusMessage", "headers", "body", "jsonBody", "base64Body", "fixedDelayMilliseconds", "delayDistribution",
        "chunkedDribbleDelay", "fault", "fromConfiguredStub", "transformers", "transformerParameters",
    ];

    private static readonly string[] Unsupported =
    [
        "bodyFileName", "proxyBaseUrl", "proxyUrlPrefixToRemove", "additionalProxyRequestHeaders", "removeProxyRequestHeaders",
    ];

    private StubResponse(JsonObject json) => Json = json;

    /// <summary>As WireMock returns it: with a status.</summary>
    public JsonObject Json { get; }

    public int Status { get; private init; } = StatusCodes.Status200OK;

    public string? StatusMessage { get; private init; }

    public IReadOnlyList<KeyValuePair<string, StringValues>> Headers { get; private init; } = [];

    public ReadOnlyMemory<byte> Body { get; private init; }

    public StubDelay Delay { get; private init; } = new();

    public StubFault? Fault { get; private init; }

    /// <summary>What the fake's own answer is changed with; null for a response of its own.</summary>
    public StubPatch? Patch { get; private init; }

    /// <exception cref="StubFormatException">The response is invalid.</exception>
    public static StubResponse FromJson(JsonElement json, string place)
    {
        foreach (var member in json.EnumerateObject())
        {
            CheckMember(member, place);
        }

        var normalized = JsonNode.Parse(json.GetRawText())!.AsObject();
        normalized["status"] ??= StatusCodes.Status200OK;
        return new StubResponse(normalized)
        {
            Status = normalized["status"]!.GetValue<int>(),
            StatusMessage = (string?)normalized["statusMessage"],
            Headers = [.. ReadHeaders(json)],
            Body = ReadBody(json),
            Delay = StubDelay.FromJson(json),
            Fault = ReadFault(json, place),
            Patch = ReadPatch(json),
        };
    }

    private static void CheckMember(JsonProperty member, string place)
    {
        var isTransformed = member.Name == "transformers"
            && member.Value.EnumerateArray().Any(transformer => transformer.ToString() != StubPatch.Transformer);
        if (isTransformed || Unsupported.Contains(member.Name))
        {
            throw StubFormatException.NotSupported($"{place}/{member.Name}");
        }

        if (!Known.Contains(member.Name))
        {
            throw StubFormatException.UnknownField(place, member.Name);
        }
    }

    private static StubPatch? ReadPatch(JsonElement json)
    {
        if (!json.TryGetProperty("transformers", out var transformers) || transformers.GetArrayLength() == 0)
        {
            return null;
        }

        return new StubPatch(
            json.TryGetProperty("status", out var status) ? status.GetInt32() : null,
            json.TryGetProperty("jsonBody", out var patch) ? JsonNode.Parse(patch.GetRawText()) : null);
    }

    private static IEnumerable<KeyValuePair<string, StringValues>> ReadHeaders(JsonElement json)
    {
        if (!json.TryGetProperty("headers", out var headers) || headers.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return headers.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, ReadValues(header.Value)));
    }

    private static StringValues ReadValues(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return new StringValues([.. value.EnumerateArray().Select(item => item.ToString())]);
        }

        return value.ToString();
    }

    private static ReadOnlyMemory<byte> ReadBody(JsonElement json)
    {
        if (json.TryGetProperty("jsonBody", out var jsonBody))
        {
            return Encoding.UTF8.GetBytes(jsonBody.GetRawText());
        }

        if (json.TryGetProperty("base64Body", out var base64))
        {
            return base64.GetBytesFromBase64();
        }

        return json.TryGetProperty("body", out var body) ? Encoding.UTF8.GetBytes(body.ToString()) : default(ReadOnlyMemory<byte>);
    }

    private static StubFault? ReadFault(JsonElement json, string place)
    {
        if (!json.TryGetProperty("fault", out var fault) || fault.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return fault.GetString() switch
        {
            "EMPTY_RESPONSE" => StubFault.EmptyResponse,
            "MALFORMED_RESPONSE_CHUNK" => StubFault.MalformedResponseChunk,
            "RANDOM_DATA_THEN_CLOSE" => StubFault.RandomDataThenClose,
            "CONNECTION_RESET_BY_PEER" => StubFault.ConnectionResetByPeer,
            var other => throw new StubFormatException($"{place}/fault", $"Unknown fault {other}"),
        };
    }
}
