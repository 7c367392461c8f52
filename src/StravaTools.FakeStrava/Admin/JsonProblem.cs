using System.Text.Json;
using System.Text.RegularExpressions;

namespace StravaTools.FakeStrava.Admin;

/// <summary>What is wrong with JSON, and the place as a JSON pointer. The serializer's own texts name types of .NET.</summary>
internal readonly partial record struct JsonProblem(string Text, string Pointer)
{
    /// <param name="exception">The failure.</param>
    /// <param name="root">The type that was read.</param>
    public static JsonProblem FromException(JsonException exception, Type root)
    {
        var (message, pointer) = (exception.Message, PointerOf(exception.Path ?? "$"));
        if (UnknownMember().Match(message) is { Success: true } unknown)
        {
            var name = unknown.Groups["name"].Value;
            var isComplete = pointer.EndsWith($"/{name}", StringComparison.Ordinal);
            return new JsonProblem($"Unrecognized field \"{name}\"", isComplete ? pointer : $"{pointer}/{name}");
        }

        if (message.Contains("could not be converted to", StringComparison.Ordinal))
        {
            return new JsonProblem($"{DescribeMember(pointer)} must be {JsonKind.FromPlace(root, pointer)}.", pointer);
        }

        if (MissingMembers().Match(message) is { Success: true } missing)
        {
            return new JsonProblem($"{DescribeMember(pointer)} must contain {missing.Groups["names"].Value}.", pointer);
        }

        if (SyntaxError().Match(message) is { Success: true } syntax)
        {
            var (line, column) = (exception.LineNumber + 1, exception.BytePositionInLine + 1);
            var text = FormattableString.Invariant($"{syntax.Groups["text"].Value} (line {line}, byte {column})");
            return new JsonProblem(text, pointer);
        }

        return new JsonProblem(message, pointer);
    }

    private static string DescribeMember(string pointer)
    {
        if (pointer.Length == 0)
        {
            return "The JSON";
        }

        return $"\"{pointer[(pointer.LastIndexOf('/') + 1)..]}\"";
    }

    /// <summary>$.a[0].b is /a/0/b.</summary>
    private static string PointerOf(string path) => PathStep().Replace(path[1..], step => $"/{step.Groups["name"].Value}");

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\['(?<name>[^']+)'\]|\[(?<name>\d+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathStep();

    [GeneratedRegex("property '(?<name>[^']+)' could not be mapped", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnknownMember();

    [GeneratedRegex(@"missing required properties including: (?<names>.+)\.\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingMembers();

    [GeneratedRegex(@"\A(?<text>.+) Path: \S+ \| LineNumber: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SyntaxError();
}
