using System.Text.Json;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Admin;

/// <summary>A kind of JSON that a member requires, with an example.</summary>
internal static class JsonKind
{
    private static readonly Dictionary<Type, (string Name, string Example)> Known = new()
    {
        [typeof(bool)] = ("true or false", "true"),
        [typeof(int)] = ("an integer up to 2147483647", "200"),
        [typeof(long)] = ("an integer", "10000000001"),
        [typeof(double)] = ("a number", "71.5"),
        [typeof(string)] = ("text", "\"Evening run\""),
        [typeof(DateTime)] = ("a time", "\"2026-06-01T12:00:00Z\""),
        [typeof(DateTimeOffset)] = ("a time", "\"2026-06-01T12:00:00Z\""),
        [typeof(TimeSpan)] = ("a duration", "\"PT15M\""),
        [typeof(TimeZoneInfo)] = ("the name of a time zone", "\"Europe/Berlin\""),
        [typeof(ProcessingPolicy)] = ("immediate, hold, polls:<n>, or seconds:<n>", "\"polls:2\""),
    };

    /// <summary>What a member must be, such as: an integer, such as 200.</summary>
    /// <param name="root">The type of the JSON.</param>
    /// <param name="pointer">The place of the member: the serializer names the type around it if that has a constructor.</param>
    public static string FromPlace(Type root, string pointer)
    {
        var type = pointer.Split('/').Skip(1).Aggregate((Type?)root, FindMember);
        if (type is null)
        {
            return "of another kind";
        }

        var (kind, example) = Describe(type);
        return $"{kind}, such as {example}";
    }

    private static Type? FindMember(Type? type, string name)
    {
        if (type is null)
        {
            return null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return ElementOf(type) ?? AdminJson.Options.GetTypeInfo(type).Properties
            .FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.PropertyType;
    }

    private static (string Kind, string Example) Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Known.TryGetValue(type, out var known))
        {
            return known;
        }

        if (type.IsEnum)
        {
            string[] words = [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];
            return ($"one of {string.Join(", ", words)}", $"\"{words[0]}\"");
        }

        if (ElementOf(type) is { } element)
        {
            return ("an array", $"[{Describe(element).Example}]");
        }

        return ("an object", ExampleOf(type));
    }

    private static string ExampleOf(Type type)
    {
        if (AdminJson.Options.GetTypeInfo(type).Properties.FirstOrDefault() is not { } member)
        {
            return "{}";
        }

        return $"{{\"{member.Name}\":{Describe(member.PropertyType).Example}}}";
    }

    private static Type? ElementOf(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType();
        }

        if (!typeof(System.Collections.IEnumerable).IsAssignableFrom(type))
        {
            return null;
        }

        // The values of a dictionary come last.
        return type.GenericTypeArguments.LastOrDefault();
    }
}
