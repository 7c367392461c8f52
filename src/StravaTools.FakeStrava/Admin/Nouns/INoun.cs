using System.Text.Json.Nodes;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>
/// One kind of things in the state, such as athletes: a list of the state document, and a collection of the administration.
/// </summary>
internal interface INoun
{
    /// <summary>The plural, as in the state document.</summary>
    string Name { get; }

    /// <summary>All things of this kind.</summary>
    JsonArray Describe(WorldContent content);

    /// <summary>The things one by one, with their keys.</summary>
    IEnumerable<(string Key, JsonNode Thing)> ListThings(WorldContent content);

    /// <summary>Replaces all things of this kind.</summary>
    /// <exception cref="StateException">The JSON is not valid.</exception>
    WorldContent ReplaceAll(WorldContent content, JsonNode? things);

    /// <summary>Adds things, and replaces those with the same key.</summary>
    /// <exception cref="StateException">The JSON is not valid.</exception>
    WorldContent AddAll(WorldContent content, JsonNode? things);

    /// <summary>Adds a thing that does not exist.</summary>
    /// <exception cref="StateException">The JSON is not valid, or the key exists.</exception>
    WorldContent AddThing(WorldContent content, JsonObject thing);

    /// <summary>Changes the members that a patch names; null if the key does not exist.</summary>
    /// <exception cref="StateException">The JSON is not valid.</exception>
    WorldContent? ChangeThing(WorldContent content, string key, JsonObject patch);

    /// <summary>Removes a thing and what belongs to it; null if the key does not exist.</summary>
    WorldContent? RemoveThing(WorldContent content, string key);
}
