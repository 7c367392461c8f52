using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>Reads request patterns of WireMock. Unknown members are errors.</summary>
internal static class RequestPatternReader
{
    private const double UrlWeight = 10;
    private const double MethodWeight = 3;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>If a pattern has several, WireMock uses the first of these.</summary>
    private static readonly string[] UrlKinds = ["url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate"];

    private static readonly string[] Known =
    [
        "scheme", "host", "port", "clientIp", "method", "pathParameters", "queryParameters", "headers", "cookies", "formParameters",
        "basicAuthCredentials", "basicAuth", "bodyPatterns", "multipartPatterns", "customMatcher",
    ];

    private static readonly string[] Unsupported = ["customMatcher", "port"];

    public static RequestPattern ReadPattern(JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new StubFormatException(place, "A request pattern must be an object");
        }

        foreach (var member in json.EnumerateObject().Where(member => !Known.Contains(member.Name) && !UrlKinds.Contains(member.Name)))
        {
            throw StubFormatException.UnknownField(place, member.Name);
        }

        foreach (var name in Unsupported.Where(name => json.TryGetProperty(name, out _)))
        {
            throw StubFormatException.NotSupported($"{place}/{name}");
        }

        return new RequestPattern(Normalize(json), [.. ReadConditions(json, place)]);
    }

    private static IEnumerable<RequestCondition> ReadConditions(JsonElement json, string place)
    {
        if (UrlKinds.FirstOrDefault(kind => json.TryGetProperty(kind, out _)) is { } kind)
        {
            yield return ReadUrl(kind, json.GetProperty(kind).GetString() ?? "", json, place) with { ReadsLine = true };
        }

        if (json.TryGetProperty("method", out var method))
        {
            yield return ReadMethod(method, $"{place}/method") with { ReadsLine = true };
        }

        var groups = ReadGroup(json, "headers", place, (request, name) => request.Headers.GetValueOrDefault(name))
            .Concat(ReadGroup(json, "queryParameters", place, (request, name) => request.Query.GetValueOrDefault(name)))
            .Concat(ReadGroup(json, "cookies", place, (request, name) => request.FindCookie(name)))
            .Concat(ReadGroup(json, "formParameters", place, (request, name) => request.Form.GetValueOrDefault(name), readsBody: true))
            .Concat(ReadAddress(json, place))
            .Concat(ReadBody(json, place));
        foreach (var condition in groups)
        {
            yield return condition;
        }
    }

    private static RequestCondition ReadUrl(string kind, string value, JsonElement json, string place)
    {
        Func<StubRequest, string> part = kind is "url" or "urlPattern" ? request => request.Url : request => request.Path;
        if (kind is "url" or "urlPath")
        {
            return new RequestCondition($"{kind} {value}", UrlWeight, request => TextDistance.Compare(value, part(request)))
            {
                Test = request => value == part(request),
            };
        }

        if (kind == "urlPathTemplate")
        {
            return ReadTemplate(value, json, place);
        }

        var regex = CompileRegex(value, $"{place}/{kind}");
        return new RequestCondition($"{kind} {value}", UrlWeight, request => Convert.ToDouble(!regex.IsMatch(part(request))));
    }

    private static RequestCondition ReadTemplate(string template, JsonElement json, string place)
    {
        var regex = CompileRegex(TemplateToRegex(template), $"{place}/urlPathTemplate");
        var parameters = ReadPathParameters(json, place);
        // WireMock compares with a character in place of each parameter.
        var nearest = Regex.Replace(template, @"\{\w+}", "*", RegexOptions.None, Timeout);
        return new RequestCondition($"urlPathTemplate {template}", UrlWeight, request =>
            MatchesPath(regex.Match(request.Path), parameters) ? 0 : TextDistance.Compare(nearest, request.Path))
        {
            Test = request => MatchesPath(regex.Match(request.Path), parameters),
        };
    }

    private static bool MatchesPath(Match match, Dictionary<string, ValuePattern> parameters) =>
        match.Success && parameters.All(parameter => parameter.Value.Test(match.Groups[parameter.Key].Value));

    private static Dictionary<string, ValuePattern> ReadPathParameters(JsonElement json, string place)
    {
        if (!json.TryGetProperty("pathParameters", out var parameters))
        {
            return [];
        }

        return parameters.EnumerateObject().ToDictionary(
            parameter => parameter.Name,
            parameter => ValuePatternReader.ReadPattern(parameter.Value, $"{place}/pathParameters/{parameter.Name}"),
            StringComparer.Ordinal);
    }

    private static string TemplateToRegex(string template) =>
        Regex.Replace(Regex.Escape(template), @"\\\{(?<name>\w+)}", "(?<${name}>[^/]+)", RegexOptions.None, Timeout);

    private static Regex CompileRegex(string pattern, string place)
    {
        try
        {
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.None, Timeout);
        }
        catch (ArgumentException exception)
        {
            throw new StubFormatException(place, $"The regular expression is invalid in .NET: {exception.Message}");
        }
    }

    private static RequestCondition ReadMethod(JsonElement method, string place)
    {
        if (method.ValueKind == JsonValueKind.String)
        {
            var name = method.GetString()!;
            return new RequestCondition(
                $"method {name}", MethodWeight, request => Convert.ToDouble(name != "ANY" && name != request.Method));
        }

        foreach (var (key, expected) in new[] { ("oneOf", true), ("noneOf", false) })
        {
            if (method.ValueKind == JsonValueKind.Object && method.TryGetProperty(key, out var list))
            {
                string[] names = [.. list.EnumerateArray().Select(item => item.ToString())];
                return new RequestCondition(
                    $"method {key} {list}", MethodWeight, request => Convert.ToDouble(names.Contains(request.Method) != expected));
            }
        }

        throw new StubFormatException(place, "A method must be a string, or an object with oneOf or noneOf");
    }

    private static IEnumerable<RequestCondition> ReadGroup(
        JsonElement json, string group, string place, Func<StubRequest, string, StringValues> find, bool readsBody = false)
    {
        if (!json.TryGetProperty(group, out var conditions) || conditions.ValueKind == JsonValueKind.Null)
        {
            yield break;
        }

        foreach (var condition in conditions.EnumerateObject())
        {
            var pattern = ValuePatternReader.ReadPattern(condition.Value, $"{place}/{group}/{condition.Name}");
            yield return new RequestCondition(
                $"{group} {condition.Name} {condition.Value}", 1, request => pattern.DistanceTo(find(request, condition.Name)), readsBody);
        }
    }

    private static IEnumerable<RequestCondition> ReadAddress(JsonElement json, string place)
    {
        if (json.TryGetProperty("host", out var host))
        {
            var pattern = ValuePatternReader.ReadPattern(host, $"{place}/host");
            yield return new RequestCondition($"host {host}", 1, request => pattern.Measure(request.Host?.Split(':')[0]));
        }

        if (json.TryGetProperty("clientIp", out var clientIp))
        {
            var pattern = ValuePatternReader.ReadPattern(clientIp, $"{place}/clientIp");
            yield return new RequestCondition($"clientIp {clientIp}", 1, request => pattern.Measure(request.ClientIp));
        }

        if (json.TryGetProperty("scheme", out var scheme))
        {
            yield return new RequestCondition($"scheme {scheme}", 1, request => Convert.ToDouble(scheme.GetString() != request.Scheme));
        }

        if (json.TryGetProperty("basicAuthCredentials", out var basic) || json.TryGetProperty("basicAuth", out basic))
        {
            var expected = $"Basic {Encode($"{basic.GetProperty("username")}:{basic.GetProperty("password")}")}";
            yield return new RequestCondition(
                "basicAuthCredentials", 1, request => Convert.ToDouble(request.Headers.GetValueOrDefault("Authorization") != expected));
        }
    }

    private static IEnumerable<RequestCondition> ReadBody(JsonElement json, string place)
    {
        if (json.TryGetProperty("bodyPatterns", out var patterns) && patterns.ValueKind != JsonValueKind.Null)
        {
            foreach (var (index, pattern) in ValuePatternReader.ReadPatterns(patterns, $"{place}/bodyPatterns").Index())
            {
                yield return new RequestCondition(
                    $"body {patterns[index]}", 1, request => pattern.DistanceTo(new StringValues(request.BodyText)), ReadsBody: true);
            }
        }

        if (json.TryGetProperty("multipartPatterns", out var parts) && parts.ValueKind != JsonValueKind.Null)
        {
            foreach (var condition in MultipartPatternReader.ReadPatterns(parts, $"{place}/multipartPatterns"))
            {
                yield return condition;
            }
        }
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>With one URL, and with the method that WireMock adds.</summary>
    private static JsonObject Normalize(JsonElement json)
    {
        var normalized = JsonNode.Parse(json.GetRawText())!.AsObject();
        foreach (var other in UrlKinds.Where(normalized.ContainsKey).Skip(1).ToList())
        {
            normalized.Remove(other);
        }

        if (!normalized.ContainsKey("method"))
        {
            normalized["method"] = "ANY";
        }

        return normalized;
    }
}
