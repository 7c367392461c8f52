using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>The routes of the state, its things, snapshots, and the profile.</summary>
internal static class StateRoutes
{
    /// <summary>Uploads and photos are only changed as a part of the state; uploads have their own routes.</summary>
    private static readonly INoun[] Changeable =
    [
        StateNouns.Athletes, StateNouns.Applications, StateNouns.Tokens, StateNouns.Gear, StateNouns.Clubs, StateNouns.Segments,
        StateNouns.Routes, StateNouns.Places, StateNouns.Activities,
    ];

    public static void MapState(this IEndpointRouteBuilder app, FakeParts parts)
    {
        var world = parts.World;
        app.MapAdmin("GET", "/state", _ => StateAdmin.ShowState(world));
        app.MapAdminAsync("PUT", "/state", http => StateAdmin.ReplaceAsync(http, world));
        app.MapAdminAsync("PATCH", "/state", http => StateAdmin.MergeAsync(http, world));
        app.MapAdmin("DELETE", "/state", _ => StateAdmin.ResetState(world));
        app.MapAdmin("GET", "/profile", _ => ProfileAdmin.ShowProfile(world));
        app.MapAdminAsync("PUT", "/profile", http => ProfileAdmin.PutAsync(http, world));
        app.MapSnapshots(parts);
        foreach (var noun in Changeable)
        {
            app.MapNoun(noun, world);
        }
    }

    private static void MapSnapshots(this IEndpointRouteBuilder app, FakeParts parts)
    {
        app.MapAdmin("GET", "/snapshots", _ => SnapshotsAdmin.ListSnapshots(parts.Snapshots));
        app.MapAdminAsync("POST", "/snapshots", http => SnapshotsAdmin.SaveAsync(http, parts.Snapshots));
        app.MapAdmin("GET", "/snapshots/{name}", http => SnapshotsAdmin.ShowSnapshot(http, parts));
        app.MapAdmin("DELETE", "/snapshots/{name}", http => SnapshotsAdmin.RemoveSnapshot(http, parts.Snapshots));
        app.MapAdmin("POST", "/snapshots/{name}/restore", http => SnapshotsAdmin.RestoreSnapshot(http, parts.Snapshots));
    }

    private static void MapNoun(this IEndpointRouteBuilder app, INoun noun, World world)
    {
        var isToken = ReferenceEquals(noun, StateNouns.Tokens);
        app.MapAdmin("GET", $"/{noun.Name}", http => StateAdmin.ListThings(http, noun, world));
        app.MapAdmin("GET", $"/{noun.Name}/{{key}}", http => StateAdmin.ShowThing(http, noun, world));
        app.MapAdminAsync("PATCH", $"/{noun.Name}/{{key}}", http => StateAdmin.ChangeThingAsync(http, noun, world));
        if (isToken)
        {
            app.MapAdminAsync("POST", $"/{noun.Name}", http => TokensAdmin.IssueAsync(http, world));
            app.MapAdmin("DELETE", $"/{noun.Name}/{{key}}", http => TokensAdmin.RevokeToken(http, world));
        }
        else if (ReferenceEquals(noun, StateNouns.Activities))
        {
            app.MapAdminAsync("POST", $"/{noun.Name}", http => StateAdmin.AddThingAsync(http, noun, world));
            app.MapAdmin("DELETE", $"/{noun.Name}/{{id}}", http => StateAdmin.DeleteActivity(http, world));
        }
        else
        {
            app.MapAdminAsync("POST", $"/{noun.Name}", http => StateAdmin.AddThingAsync(http, noun, world));
            app.MapAdmin("DELETE", $"/{noun.Name}/{{key}}", http => StateAdmin.RemoveThing(http, noun, world));
        }
    }
}
