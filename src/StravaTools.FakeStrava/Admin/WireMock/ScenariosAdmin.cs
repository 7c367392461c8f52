using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Stubs;

namespace StravaTools.FakeStrava.Admin.WireMock;

/// <summary>/__admin/scenarios and /__admin/settings.</summary>
internal sealed class ScenariosAdmin(StubStore stubs)
{
    private const int UnknownState = 11;

    public Response ListScenarios() => WireMockAdmin.RespondJson(new JsonObject
    {
        ["scenarios"] = new JsonArray([.. stubs.ScenarioNames().Select(name => (JsonNode?)DescribeScenario(name))]),
    });

    public Response ResetScenarios()
    {
        stubs.ResetScenarios();
        return WireMockAdmin.RespondEmptyObject();
    }

    /// <summary>Without a body, the scenario starts again.</summary>
    public Task<Response> SetStateAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        var name = RouteValues.ReadText(http, "name");
        if (!stubs.ScenarioNames().Contains(name, StringComparer.Ordinal))
        {
            return WireMockAdmin.RespondError(404, 404, $"Scenario {name} does not exist");
        }

        var state = json.TryGetProperty("state", out var value) ? value.GetString() : null;
        if (state is not null && !stubs.PossibleStates(name).Contains(state, StringComparer.Ordinal))
        {
            return WireMockAdmin.RespondError(422, UnknownState, $"Scenario {name} does not support state {state}");
        }

        stubs.SetState(name, state);
        return WireMockAdmin.RespondEmptyObject();
    });

    public Response ShowSettings()
    {
        var settings = new JsonObject { ["proxyPassThrough"] = false };
        if (stubs.GlobalDelay is { } delay)
        {
            settings["fixedDelay"] = (int)delay.TotalMilliseconds;
        }

        return WireMockAdmin.RespondJson(new JsonObject { ["settings"] = settings });
    }

    /// <summary>WireMock answers without a body, which python-wiremock cannot read; Java reads no body here.</summary>
    public Task<Response> ChangeSettingsAsync(HttpContext http) => WireMockAdmin.HandleBodyAsync(http, json =>
    {
        string[] known = ["fixedDelay", "delayDistribution", "extended", "proxyPassThrough"];
        foreach (var member in json.EnumerateObject().Where(member => !known.Contains(member.Name)))
        {
            throw StubFormatException.UnknownField("", member.Name);
        }

        if (json.TryGetProperty("fixedDelay", out var delay))
        {
            stubs.GlobalDelay = delay.ValueKind == JsonValueKind.Null ? null : TimeSpan.FromMilliseconds(delay.GetDouble());
        }

        return ShowSettings();
    });

    private JsonObject DescribeScenario(string name) => new()
    {
        ["id"] = name,
        ["name"] = name,
        ["state"] = stubs.StateOf(name),
        ["possibleStates"] = new JsonArray([.. stubs.PossibleStates(name).Select(state => (JsonNode?)state)]),
        ["mappings"] = new JsonArray([.. stubs.Stubs.Where(stub => stub.ScenarioName == name).OrderBy(stub => stub.Priority)
            .Select(stub => stub.Json.DeepClone())]),
    };
}
