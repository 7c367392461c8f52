using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>Reads the conditions of WireMock, such as {"contains":"data_type"}.</summary>
internal static class ValuePatternReader
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Members that change another condition.</summary>
    private static readonly string[] Modifiers = ["caseInsensitive", "ignoreArrayOrder", "ignoreExtraElements"];

    private static readonly string[] Unsupported =
    [
        "equalToXml", "matchesXPath", "matchesXpath", "matchesJsonSchema",
    ];

    /// <exception cref="StubFormatException">The condition is unknown or not supported.</exception>
    public static ValuePattern ReadPattern(JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new StubFormatException(place, "A condition must be an object, such as {\"equalTo\":\"value\"}");
        }

        var members = json.EnumerateObject().Where(member => !Modifiers.Contains(member.Name)).ToList();
        if (members.FirstOrDefault(member => Unsupported.Contains(member.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } other)
        {
            throw StubFormatException.NotSupported($"{place}/{other.Name}");
        }

        if (members.Count != 1)
        {
            throw new StubFormatException(place, "A condition must have exactly one operator");
        }

        return ReadOperator(members[0].Name, members[0].Value, json, place);
    }

    private static ValuePattern ReadOperator(string name, JsonElement value, JsonElement all, string place) => name switch
    {
        "equalTo" => EqualTo(value.ToString(), HasFlag(all, "caseInsensitive")),
        "contains" => ValuePattern.FromTest(text => text?.Contains(value.ToString(), StringComparison.Ordinal) == true),
        "doesNotContain" => ValuePattern.FromTest(text => text?.Contains(value.ToString(), StringComparison.Ordinal) != true),
        "matches" => MatchRegex(value.ToString(), $"{place}/{name}", expected: true),
        "doesNotMatch" => MatchRegex(value.ToString(), $"{place}/{name}", expected: false),
        "absent" => ValuePattern.FromTest(text => text is null == (value.ValueKind != JsonValueKind.False)),
        "binaryEqualTo" => ValuePattern.FromTest(text => text is not null && value.ToString() == EncodeBytes(text)),
        "equalToJson" => EqualToJson(value, HasFlag(all, "ignoreArrayOrder"), HasFlag(all, "ignoreExtraElements"), place),
        "matchesJsonPath" => MatchJsonPath(value, $"{place}/{name}"),
        _ => ReadCombination(name, value, place),
    };

    private static ValuePattern ReadCombination(string name, JsonElement value, string place)
    {
        var inner = $"{place}/{name}";
        switch (name)
        {
            case "not":
                var negated = ReadPattern(value, inner);
                return ValuePattern.FromTest(text => !negated.Test(text));
            case "and":
                var all = ReadPatterns(value, inner);
                return new ValuePattern(text => all.All(one => one.Test(text)), text => all.Average(one => one.Measure(text)));
            case "or":
                var any = ReadPatterns(value, inner);
                return new ValuePattern(text => any.Any(one => one.Test(text)), text => any.Min(one => one.Measure(text)));
            case "before" or "after" or "equalToDateTime":
                return DatePattern.ReadPattern(name, value, inner);
            case "includes" or "hasExactly":
                return MatchSeveral(ReadPatterns(value, inner), isExact: name == "hasExactly");
            default:
                return ReadComparison(name, value, place);
        }
    }

    private static ValuePattern ReadComparison(string name, JsonElement value, string place)
    {
        Func<double, double, bool> compare = name switch
        {
            "equalToNumber" => (actual, limit) => Math.Abs(actual - limit) < double.Epsilon,
            "greaterThanNumber" => (actual, limit) => actual > limit,
            "greaterThanEqualNumber" => (actual, limit) => actual >= limit,
            "lessThanNumber" => (actual, limit) => actual < limit,
            "lessThanEqualNumber" => (actual, limit) => actual <= limit,
            _ => throw StubFormatException.UnknownField(place, name),
        };
        var expected = value.GetDouble();
        return ValuePattern.FromTest(text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var actual) && compare(actual, expected));
    }

    public static List<ValuePattern> ReadPatterns(JsonElement list, string place)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new StubFormatException(place, "The conditions must be an array");
        }

        return [.. list.EnumerateArray().Select((item, index) => ReadPattern(item, $"{place}/{index}"))];
    }

    private static bool HasFlag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static ValuePattern EqualTo(string expected, bool ignoresCase)
    {
        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return new ValuePattern(text => expected.Equals(text, comparison), text => TextDistance.Compare(expected, text));
    }

    /// <summary>The complete value must match, as in Java.</summary>
    private static ValuePattern MatchRegex(string pattern, string place, bool expected)
    {
        try
        {
            var regex = new Regex($@"\A(?:{pattern})\z", RegexOptions.Singleline, Timeout);
            return ValuePattern.FromTest(text => (text is not null && regex.IsMatch(text)) == expected);
        }
        catch (ArgumentException exception)
        {
            throw new StubFormatException(place, $"The regular expression is invalid in .NET: {exception.Message}");
        }
    }

    private static ValuePattern MatchSeveral(List<ValuePattern> patterns, bool isExact) => ValuePattern.FromTest(_ => false) with
    {
        TestAll = values => patterns.All(pattern => values.Any(pattern.Test)) && (!isExact || values.Count == patterns.Count),
    };

    private static ValuePattern EqualToJson(JsonElement value, bool ignoresOrder, bool ignoresExtra, string place)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (ParseToken(text) is not { } expected)
        {
            throw new StubFormatException($"{place}/equalToJson", "The expected JSON is invalid");
        }

        return ValuePattern.FromTest(actual =>
            ParseToken(actual) is { } token && JsonComparison.AreEqual(expected, token, ignoresOrder, ignoresExtra));
    }

    private static ValuePattern MatchJsonPath(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var path = value.GetString()!;
            return ValuePattern.FromTest(text => SelectTokens(text, path).Count > 0);
        }

        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("expression", out var expression))
        {
            throw new StubFormatException(place, "A JSON path must be a string, or an object with an expression");
        }

        using var rest = JsonDocument.Parse(JsonConvert.SerializeObject(JObject.Parse(value.GetRawText()).Properties()
            .Where(property => property.Name != "expression")
            .ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal)));
        var inner = ReadPattern(rest.RootElement.Clone(), place);
        var selected = expression.GetString()!;
        return ValuePattern.FromTest(text => SelectTokens(text, selected).Select(WriteToken).DefaultIfEmpty(null).Any(inner.Test));
    }

    private static List<JToken> SelectTokens(string? text, string path)
    {
        try
        {
            return ParseToken(text)?.SelectTokens(path).ToList() ?? [];
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return [];
        }
    }

    private static string WriteToken(JToken token) => token.Type == JTokenType.String ? (string)token! : token.ToString(Formatting.None);

    private static JToken? ParseToken(string? text)
    {
        try
        {
            // Dates stay text, as in Java.
            using var reader = new JsonTextReader(new StringReader(text ?? "")) { DateParseHandling = DateParseHandling.None };
            return JToken.ReadFrom(reader);
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return null;
        }
    }

    private static string EncodeBytes(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));
}
