using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StravaTools.FakeStrava.Stubs.Dialects;

/// <summary>A condition of wiremock.org for a text, as WireMock.Net can express it: a regular expression that is searched for.</summary>
/// <param name="Pattern">The regular expression.</param>
/// <param name="IsNegated">True if a text without a match satisfies the condition.</param>
internal sealed record TextCondition(string Pattern, bool IsNegated)
{
    /// <summary>Null if WireMock.Net cannot express the condition.</summary>
    public static TextCondition? FromJson(JsonNode? json)
    {
        if (json is not JsonObject condition)
        {
            return null;
        }

        var ignoresCase = condition["caseInsensitive"]?.GetValue<bool>() == true;
        var (name, value) = condition.FirstOrDefault(member => member.Key != "caseInsensitive");
        return name switch
        {
            "equalTo" when ignoresCase => new TextCondition($"(?i:^{Regex.Escape(value!.ToString())}$)", false),
            "equalTo" => new TextCondition($"^{Regex.Escape(value!.ToString())}$", false),
            "contains" => new TextCondition(Regex.Escape(value!.ToString()), false),
            "doesNotContain" => new TextCondition(Regex.Escape(value!.ToString()), true),
            "matches" => new TextCondition($"^(?:{value})$", false),
            "doesNotMatch" => new TextCondition($"^(?:{value})$", true),
            "not" => FromJson(value)?.Negate(),
            "or" => JoinAlternatives(value as JsonArray),
            "absent" when value?.GetValue<bool>() == true => new TextCondition("[\\s\\S]*", true),
            _ => null,
        };
    }

    private TextCondition Negate() => this with { IsNegated = !IsNegated };

    private static TextCondition? JoinAlternatives(JsonArray? alternatives)
    {
        TextCondition?[] all = [.. (alternatives ?? []).Select(FromJson)];
        if (all.Length == 0 || all.Any(one => one is null or { IsNegated: true }))
        {
            return null;
        }

        return new TextCondition($"(?:{string.Join('|', all.Select(one => one!.Pattern))})", false);
    }
}
