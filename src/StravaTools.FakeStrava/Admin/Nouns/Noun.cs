using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>A kind of things with their type.</summary>
internal sealed class Noun<T> : INoun
    where T : class
{
    public required string Name { get; init; }

    /// <summary>All things of this kind.</summary>
    public required Func<WorldContent, IReadOnlyList<T>> List { get; init; }

    /// <summary>The content with another list.</summary>
    public required Func<WorldContent, IReadOnlyList<T>, WorldContent> With { get; init; }

    /// <summary>What identifies a thing in addresses.</summary>
    public required Func<T, string> KeyOf { get; init; }

    /// <summary>Completes a changed thing with what its JSON does not contain.</summary>
    public Func<T, T, JsonObject, T> Carry { get; init; } = (_, changed, _) => changed;

    public JsonArray Describe(WorldContent content) => new([.. List(content).Select(Describe)]);

    public IEnumerable<(string Key, JsonNode Thing)> ListThings(WorldContent content) =>
        List(content).Select(thing => (KeyOf(thing), Describe(thing)));

    public WorldContent ReplaceAll(WorldContent content, JsonNode? things) => With(content, Read(things));

    public WorldContent AddAll(WorldContent content, JsonNode? things)
    {
        var added = Read(things);
        var keys = added.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return With(content, [.. List(content).Where(thing => !keys.Contains(KeyOf(thing))), .. added]);
    }

    public WorldContent AddThing(WorldContent content, JsonObject thing)
    {
        var added = Read(thing, "");
        if (List(content).Any(other => KeyOf(other) == KeyOf(added)))
        {
            throw new StateException($"{KeyOf(added)} exists already. Use PATCH to change it.", "");
        }

        return With(content, [.. List(content), added]);
    }

    public WorldContent? ChangeThing(WorldContent content, string key, JsonObject patch)
    {
        var things = List(content);
        if (things.FirstOrDefault(other => KeyOf(other) == key) is not { } thing)
        {
            return null;
        }

        var json = Describe(thing).AsObject();
        foreach (var (name, value) in patch)
        {
            json[name] = value?.DeepClone();
        }

        var changed = Carry(thing, Read(json, ""), patch);
        return With(content, [.. things.Select(other => ReferenceEquals(other, thing) ? changed : other)]);
    }

    public WorldContent? RemoveThing(WorldContent content, string key)
    {
        var things = List(content);
        var rest = things.Where(thing => KeyOf(thing) != key).ToList();
        if (rest.Count == things.Count)
        {
            return null;
        }

        return With(content, rest).WithoutOrphans();
    }

    private static JsonNode Describe(T thing) => JsonSerializer.SerializeToNode(thing, AdminJson.Options)!;

    private List<T> Read(JsonNode? things)
    {
        if (things is not JsonArray array)
        {
            throw new StateException("It must be an array.", $"/{Name}");
        }

        return [.. array.Select((thing, index) => Read(thing, FormattableString.Invariant($"/{Name}/{index}")))];
    }

    private static T Read(JsonNode? thing, string pointer)
    {
        if (thing is not JsonObject)
        {
            throw new StateException("It must be an object.", pointer);
        }

        try
        {
            return thing.Deserialize<T>(AdminJson.Options)!;
        }
        catch (JsonException exception)
        {
            var problem = JsonProblem.FromException(exception, typeof(T));
            throw new StateException(problem.Text, pointer + problem.Pointer);
        }
    }
}
