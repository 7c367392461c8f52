using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>The state as one JSON document: a version, the profile, and a list per kind of things.</summary>
internal static class StateDocument
{
    private const int Version = 1;
    private const string VersionName = "version";
    /// <summary>People write these files.</summary>
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private const string ProfileName = "profile";

    public static JsonObject Describe(WorldContent content)
    {
        var json = new JsonObject
        {
            [VersionName] = Version,
            [ProfileName] = JsonSerializer.SerializeToNode(content.Options.Profile, AdminJson.Options),
        };
        foreach (var noun in StateNouns.All)
        {
            json[noun.Name] = noun.Describe(content);
        }

        return json;
    }

    /// <summary>Reads the text of a document.</summary>
    /// <exception cref="StateException">The text is not a JSON object.</exception>
    public static JsonObject ParseText(ReadOnlySpan<byte> json)
    {
        try
        {
            if (JsonNode.Parse(json, null, Lenient) is JsonObject document)
            {
                return document;
            }
        }
        catch (JsonException exception)
        {
            throw new StateException(exception.Message, "");
        }

        throw new StateException("The state must be a JSON object.", "");
    }

    /// <summary>Replaces the lists that the document has, in the content of the start.</summary>
    /// <exception cref="StateException">The document is not valid.</exception>
    public static void ReplaceState(World world, JsonObject document) =>
        world.ReplaceContent(content => Apply(content, document, (noun, before, things) => noun.ReplaceAll(before, things)));

    /// <summary>Adds the things that the document has, and replaces those with the same key.</summary>
    /// <exception cref="StateException">The document is not valid.</exception>
    public static void MergeState(World world, JsonObject document) =>
        world.ChangeContent(content => Apply(content, document, (noun, before, things) => noun.AddAll(before, things)));

    private static WorldContent Apply(
        WorldContent content, JsonObject document, Func<INoun, WorldContent, JsonNode?, WorldContent> apply)
    {
        CheckMembers(document);
        if (document[ProfileName] is { } profile)
        {
            content = content with { Options = content.Options with { Profile = ReadProfile(profile) } };
        }

        return StateNouns.All.Where(noun => document.ContainsKey(noun.Name))
            .Aggregate(content, (before, noun) => apply(noun, before, document[noun.Name]));
    }

    private static void CheckMembers(JsonObject document)
    {
        var unknown = document.Select(member => member.Key).FirstOrDefault(
            name => name is not (VersionName or ProfileName) && !StateNouns.All.Any(noun => noun.Name == name));
        if (unknown is not null)
        {
            throw new StateException($"Unrecognized field \"{unknown}\"", $"/{unknown}");
        }

        if (document[VersionName] is { } version && version.ToJsonString() != "1")
        {
            throw new StateException("This fake reads version 1.", "/version");
        }
    }

    private static FakeProfile ReadProfile(JsonNode profile)
    {
        try
        {
            return profile.Deserialize<FakeProfile>(AdminJson.Options);
        }
        catch (JsonException)
        {
            throw new StateException("The profile must be current or documented.", "/profile");
        }
    }
}
