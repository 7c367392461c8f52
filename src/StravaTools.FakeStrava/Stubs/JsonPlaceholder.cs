using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>Placeholders of JSONUnit, which WireMock's equalToJson uses, such as ${json-unit.any-number}.</summary>
internal static class JsonPlaceholder
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    public static bool Matches(string placeholder, JToken actual)
    {
        const string Pattern = "${json-unit.regex}";
        if (placeholder.StartsWith(Pattern, StringComparison.Ordinal))
        {
            return actual.Type == JTokenType.String && MatchesRegex(placeholder[Pattern.Length..], (string)actual!);
        }

        return placeholder switch
        {
            "${json-unit.ignore}" or "${json-unit.ignore-element}" => true,
            "${json-unit.any-string}" => actual.Type == JTokenType.String,
            "${json-unit.any-number}" => actual.Type is JTokenType.Integer or JTokenType.Float,
            "${json-unit.any-boolean}" => actual.Type == JTokenType.Boolean,
            _ => actual.Type == JTokenType.String && (string)actual! == placeholder,
        };
    }

    private static bool MatchesRegex(string pattern, string text) => Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.None, Timeout);
}
