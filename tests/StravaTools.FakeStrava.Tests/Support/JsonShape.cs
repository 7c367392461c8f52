using System.Text.Json;

namespace StravaTools.FakeStrava.Tests.Support;

/// <summary>
/// Attributes and JSON types of a recorded answer. A type is null, bool, int (1), float (1.0), or string, or several, separated by |. A
/// name that ends with ? is an attribute that only some answers have, * is any name, and "$or" are the types that stand in for the object
/// "$".
/// </summary>
internal static class JsonShape
{
    private const string AnyName = "*";
    private const string Others = "$or";
    private const string ObjectShape = "$";

    /// <summary>How the answer differs from the shape, with a path each.</summary>
    public static IEnumerable<string> FindDifferences(JsonElement shape, JsonElement actual, string path) => shape.ValueKind switch
    {
        JsonValueKind.String => CompareType(shape.GetString()!, actual, path),
        JsonValueKind.Array => CompareItems(shape, actual, path),
        _ when shape.TryGetProperty(Others, out var others) && actual.ValueKind != JsonValueKind.Object =>
            CompareType(others.GetString()!, actual, path),
        _ when shape.TryGetProperty(ObjectShape, out var value) => FindDifferences(value, actual, path),
        _ => CompareObject(shape, actual, path),
    };

    private static IEnumerable<string> CompareType(string types, JsonElement actual, string path)
    {
        // A recorded null says nothing about the type of other values.
        var type = TypeOf(actual);
        if (types != "null" && !types.Split('|').Contains(type))
        {
            yield return $"{path} is {type}, recorded {types}";
        }
    }

    private static IEnumerable<string> CompareItems(JsonElement shape, JsonElement actual, string path)
    {
        if (actual.ValueKind != JsonValueKind.Array)
        {
            return [$"{path} is {TypeOf(actual)}, recorded an array"];
        }

        if (shape.GetArrayLength() == 0)
        {
            return [];
        }

        return actual.EnumerateArray().SelectMany(item => FindDifferences(shape[0], item, $"{path}[]")).Distinct();
    }

    private static IEnumerable<string> CompareObject(JsonElement shape, JsonElement actual, string path)
    {
        if (actual.ValueKind != JsonValueKind.Object)
        {
            return [$"{path} is {TypeOf(actual)}, recorded an object"];
        }

        var known = shape.EnumerateObject().ToDictionary(property => property.Name.TrimEnd('?'));
        var missing = known.Values.Where(property => property.Name is not [.., '?'] and not AnyName)
            .Where(property => !actual.TryGetProperty(property.Name, out _)).Select(property => $"{path}.{property.Name} is missing");
        var others = actual.EnumerateObject().SelectMany(property =>
        {
            if (known.TryGetValue(property.Name, out var expected) || known.TryGetValue(AnyName, out expected))
            {
                return FindDifferences(expected.Value, property.Value, $"{path}.{property.Name}");
            }

            return [$"{path}.{property.Name} is not recorded"];
        });
        return [.. missing, .. others];
    }

    private static string TypeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Number when element.GetRawText().AsSpan().ContainsAny('.', 'E') => "float",
        JsonValueKind.Number => "int",
        _ => element.ValueKind.ToString().ToLowerInvariant(),
    };
}
