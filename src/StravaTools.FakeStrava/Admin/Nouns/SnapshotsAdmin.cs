using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>/__admin/strava/snapshots: saves, restores, and compares the state.</summary>
internal static class SnapshotsAdmin
{
    /// <summary>The name of the current state in a comparison.</summary>
    private const string Now = "now";

    public static Response ListSnapshots(SnapshotStore snapshots) =>
        AdminJson.RespondOk(Collection.FromItems("snapshots", [.. snapshots.Snapshots().Select(Describe)]));

    public static async Task<Response> SaveAsync(HttpContext http, SnapshotStore snapshots)
    {
        var (change, error) = await AdminJson.ReadAsync<SnapshotChange>(http);
        if (error is not null)
        {
            return error;
        }

        if (change!.Name is "" or Now || change.Name.Contains('/', StringComparison.Ordinal))
        {
            return AdminJson.Invalid("The name must not be empty, must not be 'now', and must not contain a slash.", "/name");
        }

        var saved = snapshots.SaveSnapshot(change.Name);
        return AdminJson.Created(Describe(saved), $"/__admin/strava/snapshots/{Uri.EscapeDataString(saved.Name)}");
    }

    /// <summary>Describes a snapshot, or with ?diff=other or ?diff=now lists what changed since.</summary>
    public static Response ShowSnapshot(HttpContext http, FakeParts parts)
    {
        if (parts.Snapshots.FindSnapshot(ReadName(http)) is not { } snapshot)
        {
            return NotFound();
        }

        var other = http.Request.Query["diff"].ToString();
        if (other.Length == 0)
        {
            return AdminJson.RespondOk(Describe(snapshot));
        }

        if (FindState(other, parts) is not { } state)
        {
            return NotFound();
        }

        return AdminJson.RespondOk(StateDifference.FindChanges(StateDocument.Describe(snapshot.Data.ReadContent()), state));
    }

    public static Response RestoreSnapshot(HttpContext http, SnapshotStore snapshots)
    {
        if (snapshots.RestoreSnapshot(ReadName(http)))
        {
            return AdminJson.NoContent();
        }

        return NotFound();
    }

    public static Response RemoveSnapshot(HttpContext http, SnapshotStore snapshots)
    {
        if (snapshots.RemoveSnapshots(ReadName(http)) > 0)
        {
            return AdminJson.NoContent();
        }

        return NotFound();
    }

    private static JsonObject? FindState(string name, FakeParts parts)
    {
        if (name == Now)
        {
            return StateDocument.Describe(parts.World.ReadContent());
        }

        if (parts.Snapshots.FindSnapshot(name) is { } snapshot)
        {
            return StateDocument.Describe(snapshot.Data.ReadContent());
        }

        return null;
    }

    private static object Describe(WorldSnapshot snapshot) => new
    {
        snapshot.Name,
        snapshot.CreatedAt,
        Uploads = snapshot.Data.Uploads.Count,
        Activities = snapshot.Data.Activities.Count,
    };

    private static string ReadName(HttpContext http) => RouteValues.ReadText(http, "name");

    private static Response NotFound() => AdminJson.NotFound("The snapshot");
}
