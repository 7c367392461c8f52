using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin;

/// <summary>/__admin/strava/uploads: completes, fails, or holds the processing of uploads.</summary>
internal static class UploadsAdmin
{
    public static Response ListUploads(World world) => AdminJson.RespondOk(
        Collection.FromItems("uploads", [.. world.Uploads().Select(upload => Describe(upload, world))]));

    public static Response ShowUpload(HttpContext http, World world)
    {
        if (FindUpload(http, world) is { } upload)
        {
            return AdminJson.RespondOk(Describe(upload, world));
        }

        return AdminJson.NotFound("The upload");
    }

    public static async Task<Response> PatchAsync(HttpContext http, World world)
    {
        var (change, error) = await AdminJson.ReadAsync<UploadChange>(http);
        if (error is not null)
        {
            return error;
        }

        if (FindUpload(http, world) is not { } upload)
        {
            return AdminJson.NotFound("The upload");
        }

        if (change!.Outcome == UploadChangeOutcome.Error && string.IsNullOrEmpty(change.Text))
        {
            return AdminJson.Invalid("An error needs a text.", "/text");
        }

        if (ApplyChange(upload.Id, change, world))
        {
            return ShowUpload(http, world);
        }

        return AdminJson.Conflict($"The upload is not processing: {upload.Status}");
    }

    private static bool ApplyChange(long id, UploadChange change, World world) => change.Outcome switch
    {
        UploadChangeOutcome.Ready => world.FinishUpload(id, null),
        UploadChangeOutcome.Error => world.FinishUpload(id, UploadTexts.FindKnownError(change.Text!) ?? change.Text),
        _ => world.HoldUpload(id),
    };

    private static FakeUpload? FindUpload(HttpContext http, World world)
    {
        var id = RouteValues.ReadId(http);
        return world.Uploads().FirstOrDefault(upload => upload.Id == id);
    }

    private static object Describe(FakeUpload upload, World world) => new
    {
        upload.Id,
        IdStr = $"{upload.Id}",
        upload.AthleteId,
        upload.FileName,
        upload.ExternalId,
        upload.DataType,
        upload.Size,
        upload.Sha256,
        upload.Parameters,
        upload.CreatedAt,
        upload.Polls,
        upload.Status,
        upload.Error,
        upload.ActivityId,
        IsHeld = world.IsHeld(upload.Id),
    };
}
