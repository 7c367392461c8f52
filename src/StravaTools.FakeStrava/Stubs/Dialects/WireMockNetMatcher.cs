using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StravaTools.FakeStrava.Stubs.Dialects;

/// <summary>Translates matchers of WireMock.Net for a text into conditions of wiremock.org.</summary>
internal static class WireMockNetMatcher
{
    /// <summary>One condition for several matchers; null if one of them has no counterpart.</summary>
    /// <param name="matchers">The matchers.</param>
    /// <param name="matchOperator">Or, which is the default, or And.</param>
    public static JsonObject? JoinMatchers(IReadOnlyList<JsonObject> matchers, string? matchOperator)
    {
        JsonObject?[] conditions = [.. matchers.Select(ToCondition)];
        if (conditions.Length == 0 || conditions.Contains(null))
        {
            return null;
        }

        if (conditions.Length == 1)
        {
            return conditions[0];
        }

        return matchOperator switch
        {
            null or "Or" => new JsonObject { ["or"] = new JsonArray([.. conditions]) },
            "And" => new JsonObject { ["and"] = new JsonArray([.. conditions]) },
            _ => null,
        };
    }

    /// <summary>Null without a counterpart.</summary>
    public static JsonObject? ToCondition(JsonObject matcher)
    {
        string[] patterns = [.. ReadPatterns(matcher)];
        JsonObject?[] conditions = [.. patterns.Select(pattern => ToCondition(matcher, pattern))];
        if (conditions.Length == 0 || conditions.Contains(null))
        {
            return null;
        }

        var condition = conditions[0]!;
        if (conditions.Length > 1)
        {
            condition = new JsonObject { ["or"] = new JsonArray([.. conditions]) };
        }

        if (matcher["RejectOnMatch"]?.GetValue<bool>() == true)
        {
            return Negate(condition);
        }

        return condition;
    }

    /// <summary>The negation. That of any text is a missing value.</summary>
    public static JsonObject Negate(JsonObject condition)
    {
        if ((string?)condition["matches"] is "[\\s\\S]*")
        {
            return new JsonObject { ["absent"] = true };
        }

        return new JsonObject { ["not"] = condition };
    }

    /// <summary>A regular expression for the complete text; null for another matcher.</summary>
    public static string? ToRegex(string name, string pattern) => name switch
    {
        "ExactMatcher" => Regex.Escape(pattern),
        "WildcardMatcher" => WildcardToRegex(pattern),
        "RegexMatcher" => CompleteRegex(pattern),
        _ => null,
    };

    private static JsonObject? ToCondition(JsonObject matcher, string pattern)
    {
        var ignoresCase = matcher["IgnoreCase"]?.GetValue<bool>() == true;
        var name = (string?)matcher["Name"] ?? "";
        if (name == "ExactMatcher")
        {
            var exact = new JsonObject { ["equalTo"] = pattern };
            if (ignoresCase)
            {
                exact["caseInsensitive"] = true;
            }

            return exact;
        }

        if (ToRegex(name, pattern) is { } regex)
        {
            return new JsonObject { ["matches"] = IgnoreCase(regex, ignoresCase) };
        }

        if (name == "NotNullOrEmptyMatcher")
        {
            return new JsonObject { ["matches"] = "[\\s\\S]+" };
        }

        return null;
    }

    /// <summary>The regular expression, for any case if case is ignored.</summary>
    public static string IgnoreCase(string regex, bool ignoresCase)
    {
        if (ignoresCase)
        {
            return $"(?i:{regex})";
        }

        return regex;
    }

    private static IEnumerable<string> ReadPatterns(JsonObject matcher)
    {
        if (matcher["Patterns"] is JsonArray several)
        {
            return several.Select(pattern => pattern?.ToString() ?? "");
        }

        return [matcher["Pattern"]?.ToString() ?? ""];
    }

    private static string WildcardToRegex(string pattern) =>
        Regex.Escape(pattern).Replace(@"\*", "[\\s\\S]*", StringComparison.Ordinal).Replace(@"\?", "[\\s\\S]", StringComparison.Ordinal);

    /// <summary>WireMock.Net searches; wiremock.org compares the complete text.</summary>
    private static string CompleteRegex(string pattern)
    {
        if (pattern.StartsWith("^(?:", StringComparison.Ordinal) && pattern.EndsWith(")$", StringComparison.Ordinal))
        {
            return pattern[4..^2];
        }

        if (pattern == "[\\s\\S]*")
        {
            return pattern;
        }

        return $"[\\s\\S]*(?:{pattern})[\\s\\S]*";
    }
}
