using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Stubs;

namespace StravaTools.FakeStrava.Admin.WireMock;

/// <summary>
/// Requests of the journal in the form of WireMock. WireMock's Java client refuses unknown members, so what only the fake has is in
/// subEvents and in the metadata of the stub.
/// </summary>
internal static class EventJson
{
    public static JsonObject DescribeEvent(RecordedRequest request)
    {
        var stub = request.Entry.Stub;
        var response = new JsonObject
        {
            ["status"] = request.StatusCode,
            ["headers"] = DescribeHeaders(request.Entry.ResponseHeaders, request),
            ["bodyAsBase64"] = Convert.ToBase64String(request.ResponseBody.Span),
            ["body"] = DecodeText(request.ResponseBody),
        };
        return new JsonObject
        {
            ["id"] = request.Id.ToString(),
            ["request"] = DescribeRequest(request),
            ["responseDefinition"] = stub?["response"]?.DeepClone()
                ?? new JsonObject { ["status"] = request.StatusCode, ["fromConfiguredStub"] = false },
            ["response"] = response,
            ["wasMatched"] = WasMatched(request),
            ["timing"] = DescribeTiming(request),
            ["subEvents"] = DescribeSubEvents(request),
            ["stubMapping"] = stub?.DeepClone() ?? DescribeEngine(request),
        };
    }

    public static JsonObject DescribeRequest(RecordedRequest request)
    {
        var entry = request.Entry;
        var (host, port) = SplitHost(entry.Host, entry.Scheme);
        var json = new JsonObject
        {
            ["url"] = request.Url,
            ["absoluteUrl"] = request.AbsoluteUrl,
            ["method"] = request.Method,
            ["clientIp"] = "127.0.0.1",
            ["headers"] = DescribeHeaders(entry.Headers, request),
            ["cookies"] = new JsonObject(),
            ["browserProxyRequest"] = false,
            ["loggedDate"] = request.ReceivedAt.ToUnixTimeMilliseconds(),
            ["bodyAsBase64"] = Convert.ToBase64String(request.Body.Span),
            ["body"] = DecodeText(request.Body),
            ["protocol"] = entry.Protocol,
            ["scheme"] = entry.Scheme,
            ["host"] = host,
            ["port"] = port,
            ["loggedDateString"] = request.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["queryParams"] = DescribeParameters(QueryHelpers.ParseQuery(request.HideSecrets(entry.Query))),
            ["formParams"] = DescribeParameters(StubRequest.FromEntry(entry).Form, request),
        };
        return json;
    }

    /// <summary>A route of the fake matches as a stub does.</summary>
    public static bool WasMatched(RecordedRequest request) => request.AnsweredBy != AnsweredBy.None;

    private static JsonArray DescribeSubEvents(RecordedRequest request)
    {
        if (!WasMatched(request))
        {
            return [DescribeSubEvent("REQUEST_NOT_MATCHED", new JsonObject { ["status"] = request.StatusCode })];
        }

        return [.. request.Notes.Select(note => DescribeSubEvent("STRAVA", new JsonObject { ["note"] = note }))];
    }

    private static JsonObject DescribeSubEvent(string type, JsonObject data) =>
        new() { ["type"] = type, ["timeOffsetNanos"] = 0, ["data"] = data };

    /// <summary>The engine as a stub: which part answered is in its metadata.</summary>
    private static JsonObject DescribeEngine(RecordedRequest request) => new()
    {
        ["id"] = Guid.Empty.ToString(),
        ["request"] = new JsonObject { ["method"] = "ANY" },
        ["response"] = new JsonObject { ["status"] = request.StatusCode, ["fromConfiguredStub"] = false },
        ["uuid"] = Guid.Empty.ToString(),
        ["metadata"] = new JsonObject
        {
            ["answeredBy"] = request.AnsweredBy.ToString().ToLowerInvariant(),
            ["operation"] = request.Operation,
        },
    };

    private static JsonObject DescribeTiming(RecordedRequest request)
    {
        var milliseconds = (int)request.Duration.TotalMilliseconds;
        return new JsonObject
        {
            ["addedDelay"] = (int)request.Entry.AddedDelay.TotalMilliseconds,
            ["processTime"] = milliseconds,
            ["responseSendTime"] = 0,
            ["serveTime"] = milliseconds,
            ["totalTime"] = milliseconds,
        };
    }

    private static JsonObject DescribeHeaders(IEnumerable<KeyValuePair<string, StringValues>> headers, RecordedRequest hiddenBy) =>
        new(headers.Select(header => KeyValuePair.Create(header.Key, DescribeValues(header.Value, hiddenBy))));

    /// <summary>A string, or an array if there are several.</summary>
    private static JsonNode? DescribeValues(StringValues values, RecordedRequest hiddenBy)
    {
        JsonNode?[] shown = [.. values.Select(value => (JsonNode?)hiddenBy.HideSecrets(value ?? ""))];
        if (shown.Length == 1)
        {
            return shown[0];
        }

        return new JsonArray(shown);
    }

    private static JsonObject DescribeParameters(
        IEnumerable<KeyValuePair<string, StringValues>> parameters, RecordedRequest? hiddenBy = null) => new(
        parameters.Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)new JsonObject
        {
            ["key"] = parameter.Key,
            ["values"] = new JsonArray([.. parameter.Value.Select(value => (JsonNode?)(hiddenBy?.HideSecrets(value ?? "") ?? value))]),
        })));

    private static (string Host, int Port) SplitHost(string value, string scheme)
    {
        var host = new HostString(value);
        var standard = scheme == "https" ? 443 : 80;
        return (host.Host, host.Port ?? standard);
    }

    private static string DecodeText(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
