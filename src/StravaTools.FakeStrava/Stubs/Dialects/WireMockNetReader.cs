using System.Globalization;
using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Stubs.Dialects;

/// <summary>Translates a mapping of WireMock.Net into a stub of wiremock.org.</summary>
internal sealed class WireMockNetReader
{
    /// <summary>Without an effect on matching and on the response.</summary>
    private static readonly string[] Harmless =
        ["/UpdatedAt", "/Description", "/TimeSettings", "/Response/BodyDestination", "/Response/BodyAsJsonIndented"];

    private readonly List<string> _lost = [];

    private WireMockNetReader()
    {
    }

    /// <summary>True for a mapping of WireMock.Net, whose members begin with a capital.</summary>
    public static bool IsMapping(JsonNode? json) =>
        json is JsonObject stub && (stub.ContainsKey("Request") || stub.ContainsKey("Response") || stub.ContainsKey("Guid"));

    public static Translation Translate(JsonObject mapping)
    {
        var reader = new WireMockNetReader();
        return new Translation(reader.ReadMapping(mapping), reader._lost);
    }

    private JsonObject ReadMapping(JsonObject mapping)
    {
        // Without a priority, WireMock.Net's is 0: before all others.
        var stub = new JsonObject { ["priority"] = 0, ["request"] = new JsonObject(), ["response"] = new JsonObject() };
        foreach (var (name, value) in mapping)
        {
            switch (name)
            {
                case "Guid":
                    stub["id"] = value?.DeepClone();
                    break;
                case "Title":
                    stub["name"] = value?.DeepClone();
                    break;
                case "Priority":
                    stub["priority"] = value?.DeepClone() ?? 0;
                    break;
                case "Data":
                    stub["metadata"] = value?.DeepClone();
                    break;
                case "Scenario":
                    stub["scenarioName"] = value?.DeepClone();
                    stub["requiredScenarioState"] ??= StubStore.Started;
                    break;
                case "WhenStateIs":
                    stub["requiredScenarioState"] = value?.DeepClone() ?? StubStore.Started;
                    break;
                case "SetStateTo":
                    stub["newScenarioState"] = value?.DeepClone();
                    break;
                case "Request" when value is JsonObject request:
                    stub["request"] = ReadRequest(request);
                    break;
                case "Response" when value is JsonObject response:
                    stub["response"] = ReadResponse(response);
                    break;
                default:
                    AddLost($"/{name}", value);
                    break;
            }
        }

        return stub;
    }

    private JsonObject ReadRequest(JsonObject request)
    {
        var read = new JsonObject();
        foreach (var (name, value) in request)
        {
            var place = $"/Request/{name}";
            switch (name)
            {
                case "Path":
                    ReadAddress(value, place, read, "urlPath", "urlPathPattern");
                    break;
                case "Url":
                    ReadAddress(value, place, read, null, "urlPattern");
                    break;
                case "Methods" when value is JsonArray methods:
                    ReadMethods(methods, request["MethodsRejectOnMatch"]?.GetValue<bool>() == true, read);
                    break;
                case "MethodsRejectOnMatch":
                    break;
                case "Headers":
                    read["headers"] = ReadNamed(value, place);
                    break;
                case "Params":
                    read["queryParameters"] = ReadNamed(value, place);
                    break;
                case "Cookies":
                    read["cookies"] = ReadNamed(value, place);
                    break;
                case "Body" when value is JsonObject body:
                    ReadBody(body, read);
                    break;
                default:
                    AddLost(place, value);
                    break;
            }
        }

        return read;
    }

    private static void ReadMethods(JsonArray methods, bool isRejected, JsonObject read)
    {
        if (isRejected || methods.Count > 1)
        {
            var names = methods.Select(method => (JsonNode?)method!.ToString().ToUpperInvariant());
            read["method"] = new JsonObject { [isRejected ? "noneOf" : "oneOf"] = new JsonArray([.. names]) };
        }
        else if (methods.Count == 1)
        {
            read["method"] = methods[0]!.ToString().ToUpperInvariant();
        }
    }

    private void ReadAddress(JsonNode? value, string place, JsonObject read, string? exactKind, string regexKind)
    {
        // A text is a pattern with wildcards.
        List<JsonObject> matchers = [new JsonObject { ["Name"] = "WildcardMatcher", ["Pattern"] = value?.ToString() }];
        if (value is JsonObject several)
        {
            matchers = ListMatchers(several);
        }

        var isExact = matchers is [{ Count: 2 } single] && (string?)single["Name"] == "ExactMatcher" && single.ContainsKey("Pattern");
        if (exactKind is not null && isExact)
        {
            read[exactKind] = matchers[0]["Pattern"]!.ToString();
            return;
        }

        string?[] alternatives = [.. matchers.Select(matcher => AddressToRegex(matcher, regexKind))];
        if (alternatives.Length == 0 || alternatives.Contains(null))
        {
            AddLost(place, value);
            return;
        }

        read[regexKind] = string.Join('|', alternatives);
    }

    private static string? AddressToRegex(JsonObject matcher, string kind)
    {
        if (matcher["RejectOnMatch"]?.GetValue<bool>() == true)
        {
            return null;
        }

        var pattern = matcher["Pattern"]?.ToString() ?? "";
        if (kind == "urlPattern")
        {
            // The complete address has a server, which a stub of wiremock.org does not compare.
            var begin = $"{WireMockNetWriter.AnyServer}(?:";
            if (pattern.StartsWith(begin, StringComparison.Ordinal) && pattern.EndsWith(")$", StringComparison.Ordinal))
            {
                return pattern[begin.Length..^2];
            }

            return null;
        }

        if (WireMockNetMatcher.ToRegex((string?)matcher["Name"] ?? "", pattern) is { } regex)
        {
            return WireMockNetMatcher.IgnoreCase(regex, matcher["IgnoreCase"]?.GetValue<bool>() == true);
        }

        return null;
    }

    private JsonObject ReadNamed(JsonNode? value, string place)
    {
        var read = new JsonObject();
        foreach (var (index, item) in (value as JsonArray ?? []).Index())
        {
            var name = (string?)item?["Name"] ?? "";
            if (item is not JsonObject named || ReadCondition(named) is not { } condition)
            {
                AddLost($"{place}/{index}", item);
                continue;
            }

            // Several entries of one name must all match.
            if (read[name] is { } other)
            {
                condition = new JsonObject { ["and"] = new JsonArray(other.DeepClone(), condition) };
            }

            read[name] = condition;
        }

        return read;
    }

    /// <summary>Null without a counterpart, as if only a missing value is accepted, or one that does not match.</summary>
    private static JsonObject? ReadCondition(JsonObject named)
    {
        var matchers = ListMatchers(named);
        var acceptsMissing = named["RejectOnMatch"]?.GetValue<bool>() == true;
        if (acceptsMissing != matchers.All(matcher => matcher["RejectOnMatch"]?.GetValue<bool>() == true))
        {
            return null;
        }

        return WireMockNetMatcher.JoinMatchers(matchers, (string?)named["MatchOperator"]);
    }

    private void ReadBody(JsonObject body, JsonObject read)
    {
        var matchers = ListMatchers(body);
        if (matchers.Count > 1 && (string?)body["MatchOperator"] != "And")
        {
            if (WireMockNetMatcher.JoinMatchers(matchers, (string?)body["MatchOperator"]) is { } joined)
            {
                read["bodyPatterns"] = new JsonArray(joined);
                return;
            }

            AddLost("/Request/Body", body);
            return;
        }

        var patterns = new JsonArray();
        foreach (var matcher in matchers)
        {
            if (ReadBodyMatcher(matcher, read) is { } pattern)
            {
                patterns.Add(pattern);
            }
        }

        if (patterns.Count > 0)
        {
            read["bodyPatterns"] = patterns;
        }
    }

    private JsonObject? ReadBodyMatcher(JsonObject matcher, JsonObject read)
    {
        var pattern = matcher["Pattern"];
        switch ((string?)matcher["Name"])
        {
            case "JsonMatcher" or "JsonPartialMatcher" when pattern is not null:
                var json = new JsonObject { ["equalToJson"] = pattern.DeepClone() };
                if ((string?)matcher["Name"] == "JsonPartialMatcher")
                {
                    json["ignoreExtraElements"] = true;
                }

                return NegateIfRejected(matcher, json);
            case "JsonPathMatcher" when pattern is not null:
                return NegateIfRejected(matcher, new JsonObject { ["matchesJsonPath"] = pattern.ToString() });
            case "FormUrlEncodedMatcher" when pattern?.ToString().Split('=', 2) is [var name, var value]:
                var form = read["formParameters"] as JsonObject ?? [];
                form[name] = new JsonObject { ["equalTo"] = value };
                read["formParameters"] = form;
                return null;
            default:
                if (WireMockNetMatcher.ToCondition(matcher) is { } condition)
                {
                    return condition;
                }

                AddLost($"/Request/Body/{matcher["Name"]}", matcher);
                return null;
        }
    }

    private static JsonObject NegateIfRejected(JsonObject matcher, JsonObject condition)
    {
        if (matcher["RejectOnMatch"]?.GetValue<bool>() == true)
        {
            return WireMockNetMatcher.Negate(condition);
        }

        return condition;
    }

    private JsonObject ReadResponse(JsonObject response)
    {
        var read = new JsonObject();
        foreach (var (name, value) in response)
        {
            switch (name)
            {
                case "StatusCode":
                    read["status"] = int.Parse(value?.ToString() ?? "200", CultureInfo.InvariantCulture);
                    break;
                case "Headers" or "Body":
                    read[name.ToLowerInvariant()] = value?.DeepClone();
                    break;
                case "BodyAsJson":
                    read["jsonBody"] = value?.DeepClone();
                    break;
                case "BodyAsBytes":
                    read["base64Body"] = value?.DeepClone();
                    break;
                case "Delay":
                    read["fixedDelayMilliseconds"] = value?.DeepClone();
                    break;
                case "MinimumRandomDelay" or "MaximumRandomDelay":
                    read["delayDistribution"] = new JsonObject
                    {
                        ["type"] = "uniform",
                        ["lower"] = response["MinimumRandomDelay"]?.DeepClone() ?? 0,
                        ["upper"] = response["MaximumRandomDelay"]?.DeepClone() ?? 60_000,
                    };
                    break;
                default:
                    AddLost($"/Response/{name}", value);
                    break;
            }
        }

        return read;
    }

    private void AddLost(string place, JsonNode? value)
    {
        // WireMock.Net writes some members although they have no effect.
        var hasEffect = value is not null && value.ToJsonString() is not ("false" or "[]" or "{}");
        if (hasEffect && !Harmless.Contains(place))
        {
            _lost.Add(place);
        }
    }

    private static List<JsonObject> ListMatchers(JsonObject json)
    {
        if (json["Matchers"] is JsonArray several)
        {
            return [.. several.OfType<JsonObject>()];
        }

        return [.. Enumerable.Repeat(json["Matcher"], 1).OfType<JsonObject>()];
    }
}
