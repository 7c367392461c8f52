using System.Text.Json;

namespace Conformance.Support;

/// <summary>Compares JSON with the attribute types of the documents.</summary>
internal static class JsonShape
{
    /// <summary>
    /// Asserts that each attribute exists and has its type, written as <c>id: integer, error: string or null</c>.
    /// </summary>
    public static void Assert(JsonElement json, params string[] attributes) => Xunit.Assert.All(attributes, attribute =>
    {
        var parts = attribute.Split(": ");
        var value = json.GetProperty(parts[0]);
        Xunit.Assert.True(
            parts[1].Split(" or ").Any(type => Is(value, type)), $"{parts[0]} is {value.GetRawText()}, and should be {parts[1]}.");
    });

    private static bool Is(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "float" => value.ValueKind == JsonValueKind.Number,
        "string" => value.ValueKind == JsonValueKind.String,
        "time" => value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new ArgumentException($"There is no type {type}.", nameof(type)),
    };
}
