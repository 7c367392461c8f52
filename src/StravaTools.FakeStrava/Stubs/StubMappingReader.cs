using System.Text.Json;
using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>Reads stubs in the dialect of wiremock.org.</summary>
internal static class StubMappingReader
{
    private static readonly string[] Known =
    [
        "id", "uuid", "name", "priority", "persistent", "metadata", "request", "response", "scenarioName", "requiredScenarioState",
        "newScenarioState", "postServeActions", "serveEventListeners", "insertionIndex", "isProxy",
    ];

    /// <summary>Clients send these empty.</summary>
    private static readonly string[] Actions = ["postServeActions", "serveEventListeners"];

    /// <param name="json">The stub.</param>
    /// <param name="id">The ID; null for the one in the stub, or a new one.</param>
    /// <exception cref="StubFormatException">The stub is invalid.</exception>
    public static StubMapping ReadMapping(JsonElement json, Guid? id = null)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new StubFormatException("", "A stub must be an object");
        }

        foreach (var member in json.EnumerateObject())
        {
            CheckMember(member);
        }

        var mapping = JsonNode.Parse(json.GetRawText())!.AsObject();
        var request = RequestPattern.FromJson(FindObject(json, "request"), "/request");
        var response = StubResponse.FromJson(FindObject(json, "response"), "/response");
        var key = id ?? FindId(mapping);
        return new StubMapping
        {
            Id = key,
            Json = CompleteJson(mapping, key, request, response),
            Request = request,
            Response = response,
            Priority = (int?)mapping["priority"] ?? StubMapping.DefaultPriority,
            ScenarioName = (string?)mapping["scenarioName"],
            RequiredState = (string?)mapping["requiredScenarioState"],
            NewState = (string?)mapping["newScenarioState"],
        };
    }

    private static void CheckMember(JsonProperty member)
    {
        if (!Known.Contains(member.Name))
        {
            throw StubFormatException.UnknownField("", member.Name);
        }

        if (Actions.Contains(member.Name) && member.Value.ToString() is not ("" or "[]" or "{}"))
        {
            throw StubFormatException.NotSupported($"/{member.Name}");
        }
    }

    private static JsonElement FindObject(JsonElement json, string name)
    {
        if (json.TryGetProperty(name, out var value))
        {
            return value;
        }

        return JsonElement.Parse("{}");
    }

    private static Guid FindId(JsonObject mapping)
    {
        var text = (string?)(mapping["id"] ?? mapping["uuid"]);
        if (text is null)
        {
            return Guid.NewGuid();
        }

        if (Guid.TryParse(text, out var id))
        {
            return id;
        }

        throw new StubFormatException("/id", $"{text} is not a valid UUID");
    }

    private static JsonObject CompleteJson(JsonObject mapping, Guid id, RequestPattern request, StubResponse response)
    {
        var complete = new JsonObject { ["id"] = id.ToString() };
        foreach (var (name, value) in mapping.Where(member => member.Key is not ("id" or "uuid" or "request" or "response")))
        {
            complete[name] = value?.DeepClone();
        }

        foreach (var action in Actions)
        {
            complete.Remove(action);
        }

        complete["request"] = request.Json.DeepClone();
        complete["response"] = response.Json.DeepClone();
        complete["uuid"] = id.ToString();
        return complete;
    }
}
