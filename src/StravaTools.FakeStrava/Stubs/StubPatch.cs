using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>
/// Changes the true answer of the fake: a stub whose transformers are ["fallthrough"]. WireMock ignores an unknown transformer, so such a
/// stub can be loaded there too.
/// </summary>
/// <param name="Status">The status; null for the true one.</param>
/// <param name="Body">A JSON merge patch (RFC 7396) for the body; null for no change.</param>
internal sealed record StubPatch(int? Status, JsonNode? Body)
{
    public const string Transformer = "fallthrough";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The changed body. In a list, each element is changed. A body that is not JSON stays.</summary>
    public ReadOnlyMemory<byte> ApplyTo(ReadOnlyMemory<byte> body)
    {
        if (Body is null)
        {
            return body;
        }

        try
        {
            var changed = JsonNode.Parse(body.Span) switch
            {
                JsonArray list when Body is JsonObject => new JsonArray([.. list.Select(item => MergePatch(item, Body))]),
                var other => MergePatch(other, Body),
            };
            return JsonSerializer.SerializeToUtf8Bytes(changed, Options);
        }
        catch (JsonException)
        {
            return body;
        }
    }

    private static JsonNode? MergePatch(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }

        var merged = target?.DeepClone() as JsonObject ?? [];
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                merged.Remove(name);
            }
            else
            {
                merged[name] = MergePatch(merged[name], value);
            }
        }

        return merged;
    }
}
