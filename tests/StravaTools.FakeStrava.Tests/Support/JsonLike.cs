using System.Text.Json;

namespace StravaTools.FakeStrava.Tests.Support;

/// <summary>
/// Compares JSON with a documented example: every attribute must be present with the same JSON type, on every level.
/// </summary>
internal static class JsonLike
{
    public static void Assert(string example, JsonElement actual) => Assert(JsonElement.Parse(example), actual, "$");

    private static void Assert(JsonElement example, JsonElement actual, string path)
    {
        // A null in an example does not determine the type.
        Xunit.Assert.True(
            example.ValueKind == JsonValueKind.Null
                || KindOf(example) == KindOf(actual), $"{path} is {actual.ValueKind}, and {example.ValueKind} in the example.");
        if (example.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in example.EnumerateObject())
            {
                Xunit.Assert.True(actual.TryGetProperty(property.Name, out var value), $"{path}.{property.Name} is missing.");
                Assert(property.Value, value, $"{path}.{property.Name}");
            }
        }
        else if (example.ValueKind == JsonValueKind.Array && example.GetArrayLength() > 0)
        {
            AssertItems(example, actual, path);
        }
    }

    private static void AssertItems(JsonElement example, JsonElement actual, string path)
    {
        Xunit.Assert.True(actual.GetArrayLength() > 0, $"{path} is empty.");
        if (KindOf(example[0]) is JsonValueKind.Object or JsonValueKind.Array)
        {
            Xunit.Assert.All(actual.EnumerateArray(), item => Assert(example[0], item, $"{path}[]"));
            return;
        }

        // An array of values is a tuple: its items are compared one by one.
        Xunit.Assert.True(actual.GetArrayLength() >= example.GetArrayLength(), $"{path} is too short.");
        for (var i = 0; i < example.GetArrayLength(); i++)
        {
            Assert(example[i], actual[i], $"{path}[{i}]");
        }
    }

    private static JsonValueKind KindOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}
