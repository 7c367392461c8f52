using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StravaTools.FakeStrava.Stubs.Dialects;

/// <summary>Translates a stub of wiremock.org into a mapping of WireMock.Net.</summary>
internal sealed class WireMockNetWriter
{
    /// <summary>Before the path in the complete address, which is what WireMock.Net compares.</summary>
    public const string AnyServer = "^https?://[^/]+";

    private readonly List<string> _lost = [];

    private WireMockNetWriter()
    {
    }

    public static Translation Translate(JsonObject stub)
    {
        var writer = new WireMockNetWriter();
        return new Translation(writer.WriteMapping(stub), writer._lost);
    }

    private JsonObject WriteMapping(JsonObject stub)
    {
        var mapping = new JsonObject
        {
            ["Guid"] = stub["id"]?.DeepClone(),
            ["Title"] = stub["name"]?.DeepClone(),
            // WireMock.Net's default is 0, which would win over other stubs of wiremock.org.
            ["Priority"] = stub["priority"]?.DeepClone() ?? StubMapping.DefaultPriority,
            ["Data"] = stub["metadata"]?.DeepClone(),
        };
        WriteScenario(stub, mapping);
        foreach (var (name, _) in stub)
        {
            if (name is "persistent" or "postServeActions" or "serveEventListeners")
            {
                _lost.Add($"/{name}");
            }
        }

        mapping["Request"] = WriteRequest(stub["request"] as JsonObject ?? []);
        mapping["Response"] = WriteResponse(stub["response"] as JsonObject ?? []);
        return WithoutNulls(mapping);
    }

    private void WriteScenario(JsonObject stub, JsonObject mapping)
    {
        if (stub["scenarioName"] is not { } scenario)
        {
            return;
        }

        mapping["Scenario"] = scenario.DeepClone();
        mapping["SetStateTo"] = stub["newScenarioState"]?.DeepClone();
        var state = (string?)stub["requiredScenarioState"];
        if (state is null)
        {
            // Without a state, WireMock.Net requires the first one.
            _lost.Add("/requiredScenarioState");
        }
        else if (state != StubStore.Started)
        {
            mapping["WhenStateIs"] = state;
        }
    }

    private JsonObject WriteRequest(JsonObject request)
    {
        var written = new JsonObject();
        var headers = new JsonArray();
        foreach (var (name, value) in request)
        {
            var place = $"/request/{name}";
            switch (name)
            {
                case "method":
                    WriteMethod(value!, written);
                    break;
                case "url" or "urlPattern" or "urlPath" or "urlPathPattern" or "urlPathTemplate":
                    WriteAddress(name, value!.ToString(), written);
                    break;
                case "headers":
                    AddConditions(value as JsonObject, place, headers);
                    break;
                case "queryParameters":
                    AddConditions(value as JsonObject, place, AddList(written, "Params"), acceptsMissing: false);
                    break;
                case "cookies":
                    AddConditions(value as JsonObject, place, AddList(written, "Cookies"));
                    break;
                case "basicAuthCredentials" or "basicAuth":
                    headers.Add(DescribeBasic(value!));
                    break;
                case "bodyPatterns":
                    WriteBody(value as JsonArray ?? [], place, written);
                    break;
                default:
                    _lost.Add(place);
                    break;
            }
        }

        if (headers.Count > 0)
        {
            written["Headers"] = headers;
        }

        return written;
    }

    private static void WriteMethod(JsonNode method, JsonObject written)
    {
        if (method is JsonObject several)
        {
            var (kind, names) = several.First();
            written["Methods"] = names!.DeepClone();
            if (kind == "noneOf")
            {
                written["MethodsRejectOnMatch"] = true;
            }
        }
        else if (method.ToString() != "ANY")
        {
            written["Methods"] = new JsonArray(method.ToString());
        }
    }

    private void WriteAddress(string kind, string value, JsonObject written)
    {
        if (value.Contains('%', StringComparison.Ordinal))
        {
            // WireMock.Net compares decoded addresses.
            _lost.Add($"/request/{kind}");
            return;
        }

        var (member, matcher) = kind switch
        {
            "url" => ("Url", DescribeRegex($"{AnyServer}(?:{Regex.Escape(value)})$")),
            "urlPattern" => ("Url", DescribeRegex($"{AnyServer}(?:{value})$")),
            "urlPath" => ("Path", DescribeMatcher("ExactMatcher", value)),
            "urlPathPattern" => ("Path", DescribeRegex($"^(?:{value})$")),
            _ => ("Path", DescribeRegex($"^(?:{Regex.Replace(value, @"\{\w+\}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1))})$")),
        };
        written[member] = new JsonObject { ["Matchers"] = new JsonArray(matcher) };
    }

    /// <param name="conditions">The conditions by name.</param>
    /// <param name="place">Where they are.</param>
    /// <param name="list">Where they go.</param>
    /// <param name="acceptsMissing">False if WireMock.Net cannot require that a value is missing.</param>
    private void AddConditions(JsonObject? conditions, string place, JsonArray list, bool acceptsMissing = true)
    {
        foreach (var (name, condition) in conditions ?? [])
        {
            foreach (var one in SplitCondition(condition))
            {
                if (TextCondition.FromJson(one) is { } text && (acceptsMissing || !text.IsNegated))
                {
                    list.Add(DescribeNamed(name, one!, text));
                }
                else
                {
                    _lost.Add($"{place}/{name}");
                }
            }
        }
    }

    /// <summary>WireMock.Net requires all entries of a name.</summary>
    private static IEnumerable<JsonNode?> SplitCondition(JsonNode? condition)
    {
        if (condition is JsonObject only && only["and"] is JsonArray several)
        {
            return several;
        }

        return Enumerable.Repeat(condition, 1);
    }

    private static JsonObject DescribeNamed(string name, JsonNode condition, TextCondition text)
    {
        var isExact = condition is JsonObject { Count: 1 } only && only.ContainsKey("equalTo");
        var matcher = DescribeCondition(text);
        if (isExact)
        {
            matcher = DescribeMatcher("ExactMatcher", condition["equalTo"]!.ToString());
        }

        var named = new JsonObject { ["Name"] = name, ["Matchers"] = new JsonArray(matcher), ["IgnoreCase"] = true };
        if (text.IsNegated)
        {
            // This one is for a missing value, and that of the matcher for a present one.
            named["RejectOnMatch"] = true;
        }

        return named;
    }

    private static JsonObject DescribeBasic(JsonNode credentials)
    {
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials["username"]}:{credentials["password"]}"));
        var matchers = new JsonArray(DescribeMatcher("ExactMatcher", $"Basic {text}"));
        return new JsonObject { ["Name"] = "Authorization", ["Matchers"] = matchers };
    }

    private void WriteBody(JsonArray patterns, string place, JsonObject written)
    {
        var matchers = new JsonArray();
        foreach (var (index, pattern) in patterns.Index())
        {
            if (DescribeBodyMatcher(pattern as JsonObject ?? [], $"{place}/{index}") is { } matcher)
            {
                matchers.Add(matcher);
            }
            else
            {
                _lost.Add($"{place}/{index}");
            }
        }

        if (matchers.Count > 0)
        {
            written["Body"] = new JsonObject { ["Matchers"] = matchers, ["MatchOperator"] = "And" };
        }
    }

    private JsonObject? DescribeBodyMatcher(JsonObject pattern, string place)
    {
        if (pattern["equalToJson"] is { } json)
        {
            if (json.ToString().Contains("${json-unit.", StringComparison.Ordinal))
            {
                return null;
            }

            if (pattern["ignoreArrayOrder"]?.GetValue<bool>() == true)
            {
                _lost.Add($"{place}/ignoreArrayOrder");
            }

            if (pattern["ignoreExtraElements"]?.GetValue<bool>() == true)
            {
                return DescribeMatcher("JsonPartialMatcher", json.DeepClone());
            }

            return DescribeMatcher("JsonMatcher", json.DeepClone());
        }

        if (pattern["matchesJsonPath"] is JsonValue path)
        {
            return DescribeMatcher("JsonPathMatcher", path.ToString());
        }

        if (pattern is { Count: 1 } && pattern["equalTo"] is { } text)
        {
            return DescribeMatcher("ExactMatcher", text.ToString());
        }

        if (TextCondition.FromJson(pattern) is { } condition)
        {
            return DescribeCondition(condition);
        }

        return null;
    }

    private JsonObject WriteResponse(JsonObject response)
    {
        var written = new JsonObject();
        foreach (var (name, value) in response)
        {
            switch (name)
            {
                case "status":
                    written["StatusCode"] = value?.DeepClone();
                    break;
                case "headers":
                    written["Headers"] = value?.DeepClone();
                    break;
                case "body":
                    written["Body"] = value?.DeepClone();
                    break;
                case "jsonBody":
                    written["BodyAsJson"] = value?.DeepClone();
                    break;
                case "base64Body":
                    written["BodyAsBytes"] = value?.DeepClone();
                    break;
                case "fixedDelayMilliseconds":
                    written["Delay"] = value?.DeepClone();
                    break;
                case "delayDistribution" when value is JsonObject delay && (string?)delay["type"] == "uniform":
                    written["MinimumRandomDelay"] = delay["lower"]?.DeepClone();
                    written["MaximumRandomDelay"] = delay["upper"]?.DeepClone();
                    break;
                case "fromConfiguredStub":
                    break;
                default:
                    _lost.Add($"/response/{name}");
                    break;
            }
        }

        return WithoutNulls(written);
    }

    private static JsonArray AddList(JsonObject written, string name)
    {
        var list = new JsonArray();
        written[name] = list;
        return list;
    }

    private static JsonObject DescribeCondition(TextCondition condition)
    {
        var matcher = DescribeRegex(condition.Pattern);
        if (condition.IsNegated)
        {
            matcher["RejectOnMatch"] = true;
        }

        return matcher;
    }

    private static JsonObject DescribeRegex(string pattern) => DescribeMatcher("RegexMatcher", pattern);

    private static JsonObject DescribeMatcher(string name, JsonNode pattern) => new() { ["Name"] = name, ["Pattern"] = pattern };

    private static JsonObject WithoutNulls(JsonObject json)
    {
        foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            json.Remove(name);
        }

        return json;
    }
}
