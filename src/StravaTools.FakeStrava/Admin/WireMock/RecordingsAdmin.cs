using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Journal;

namespace StravaTools.FakeStrava.Admin.WireMock;

/// <summary>/__admin/recordings: the journal as stubs, for WireMock or another fake.</summary>
internal sealed class RecordingsAdmin(RequestJournal journal)
{
    private static readonly string[] NotCopied = ["Date", "Content-Length", "Transfer-Encoding", "Connection"];

    public static Response ShowStatus() => WireMockAdmin.RespondJson(new JsonObject { ["status"] = "NeverStarted" });

    public Response CreateSnapshot() => WireMockAdmin.RespondJson(new JsonObject
    {
        ["mappings"] = new JsonArray([.. journal.Snapshot().Select(entry => new RecordedRequest(entry))
            .Where(request => request.AnsweredBy is AnsweredBy.Strava or AnsweredBy.Decathlon or AnsweredBy.Fault)
            .DistinctBy(request => (request.Method, request.Url)).Select(request => (JsonNode?)DescribeStub(request))]),
    });

    private static JsonObject DescribeStub(RecordedRequest request) => new()
    {
        ["id"] = request.Id.ToString(),
        ["name"] = $"{request.Method} {request.Path}",
        ["request"] = new JsonObject { ["url"] = request.Url, ["method"] = request.Method },
        ["response"] = new JsonObject
        {
            ["status"] = request.StatusCode,
            ["base64Body"] = Convert.ToBase64String(request.ResponseBody.Span),
            ["headers"] = new JsonObject(request.ResponseHeaders
                .Where(header => !NotCopied.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
        },
        ["uuid"] = request.Id.ToString(),
        ["persistent"] = true,
    };
}
