using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>/__admin/strava/state and the collections of its things.</summary>
internal static class StateAdmin
{
    private const string Root = "/__admin/strava";

    public static Response ShowState(World world) => AdminJson.RespondOk(StateDocument.Describe(world.ReadContent()));

    public static Task<Response> ReplaceAsync(HttpContext http, World world) =>
        ChangeAsync(http, document =>
        {
            StateDocument.ReplaceState(world, document);
            return ShowState(world);
        });

    public static Task<Response> MergeAsync(HttpContext http, World world) =>
        ChangeAsync(http, document =>
        {
            StateDocument.MergeState(world, document);
            return ShowState(world);
        });

    public static Response ResetState(World world)
    {
        world.ResetState();
        return AdminJson.NoContent();
    }

    public static Response ListThings(HttpContext http, INoun noun, World world)
    {
        var things = noun.Describe(world.ReadContent());
        var page = AdminPage.FromQuery(http);
        return AdminJson.RespondOk(Collection.FromItems(noun.Name, [.. things.Skip(page.Offset).Take(page.Limit)], things.Count));
    }

    public static Response ShowThing(HttpContext http, INoun noun, World world)
    {
        var key = RouteValues.ReadText(http, "key");
        if (noun.ListThings(world.ReadContent()).FirstOrDefault(thing => thing.Key == key).Thing is { } found)
        {
            return AdminJson.RespondOk(found);
        }

        return NotFound(noun);
    }

    public static Task<Response> AddThingAsync(HttpContext http, INoun noun, World world) =>
        ChangeAsync(http, thing =>
        {
            var before = noun.ListThings(world.ReadContent()).Select(other => other.Key).ToHashSet(StringComparer.Ordinal);
            world.ChangeContent(content => noun.AddThing(content, thing));
            var (key, added) = noun.ListThings(world.ReadContent()).First(other => !before.Contains(other.Key));
            return AdminJson.Created(added, $"{Root}/{noun.Name}/{Uri.EscapeDataString(key)}");
        });

    public static Task<Response> ChangeThingAsync(HttpContext http, INoun noun, World world) =>
        ChangeAsync(http, patch =>
        {
            var key = RouteValues.ReadText(http, "key");
            return ChangeExisting(noun, world, content => noun.ChangeThing(content, key, patch)) ?? ShowThing(http, noun, world);
        });

    public static Response RemoveThing(HttpContext http, INoun noun, World world)
    {
        var key = RouteValues.ReadText(http, "key");
        try
        {
            return ChangeExisting(noun, world, content => noun.RemoveThing(content, key)) ?? AdminJson.NoContent();
        }
        catch (StateException exception)
        {
            return AdminJson.Conflict(exception.Message);
        }
    }

    /// <summary>As its athlete deletes it on strava.com: its upload has the status of a deleted activity.</summary>
    public static Response DeleteActivity(HttpContext http, World world)
    {
        if (RouteValues.ReadId(http) is { } id && world.DeleteActivity(id))
        {
            return AdminJson.NoContent();
        }

        return NotFound(StateNouns.Activities);
    }

    /// <summary>Changes the content, or returns the response for a missing thing.</summary>
    private static Response? ChangeExisting(INoun noun, World world, Func<WorldContent, WorldContent?> change)
    {
        var isFound = false;
        world.ChangeContent(content =>
        {
            var changed = change(content);
            isFound = changed is not null;
            return changed ?? content;
        });
        return isFound ? null : NotFound(noun);
    }

    private static Response NotFound(INoun noun) => AdminJson.NotFound($"This element of {noun.Name}");

    private static async Task<Response> ChangeAsync(HttpContext http, Func<JsonObject, Response> change)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        try
        {
            return change(StateDocument.ParseText(buffer.ToArray()));
        }
        catch (StateException exception)
        {
            return AdminJson.Invalid(exception.Message, exception.Pointer);
        }
    }
}
