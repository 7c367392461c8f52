using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>What changed between two states: "what did my test change?"</summary>
internal static class StateDifference
{
    private static readonly string[] Keys = ["id", "clientId", "accessToken", "uniqueId"];

    public static IReadOnlyList<StateChange> FindChanges(JsonObject before, JsonObject after) => [.. CompareNodes("", before, after)];

    private static IEnumerable<StateChange> CompareNodes(string path, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return [];
        }

        return (before, after) switch
        {
            (JsonObject old, JsonObject changed) => CompareMembers(path, ListMembers(old), ListMembers(changed)),
            (JsonArray old, JsonArray changed) when FindKey(old, changed) is { } key =>
                CompareMembers(path, ListThings(old, key), ListThings(changed, key)),
            _ => [new StateChange("replace", path, after?.DeepClone())],
        };
    }

    private static IEnumerable<StateChange> CompareMembers(
        string path, Dictionary<string, JsonNode?> before, Dictionary<string, JsonNode?> after)
    {
        foreach (var (name, value) in after)
        {
            var place = $"{path}/{EscapeName(name)}";
            if (!before.TryGetValue(name, out var old))
            {
                yield return new StateChange("add", place, value?.DeepClone());
                continue;
            }

            foreach (var change in CompareNodes(place, old, value))
            {
                yield return change;
            }
        }

        foreach (var name in before.Keys.Where(name => !after.ContainsKey(name)))
        {
            yield return new StateChange("remove", $"{path}/{EscapeName(name)}");
        }
    }

    private static Dictionary<string, JsonNode?> ListMembers(JsonObject json) =>
        json.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);

    private static Dictionary<string, JsonNode?> ListThings(JsonArray things, string key)
    {
        var byKey = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var thing in things)
        {
            byKey[thing![key]!.ToString()] = thing;
        }

        return byKey;
    }

    /// <summary>The member that identifies the elements of both lists; null without one.</summary>
    private static string? FindKey(JsonArray before, JsonArray after)
    {
        JsonNode?[] things = [.. before, .. after];
        return Keys.FirstOrDefault(key => things.All(thing => thing is JsonObject json && json[key] is not null));
    }

    /// <summary>As a JSON pointer requires.</summary>
    private static string EscapeName(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
