using System.Globalization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/uploads/{id} (strava-uploads.md, "Check Upload Status"): counts as a poll.</summary>
internal static class GetUpload
{
    public static Response Handle(ApiRequest request)
    {
        if (request.Id is { } id && request.World.PollUpload(request.Athlete.Id, id) is { } upload)
        {
            return Response.FromJson(StatusCodes.Status200OK, StatusOf(upload, request.World), StravaJson.Default.UploadStatus);
        }

        return Response.NotFound("Upload");
    }

    /// <summary>
    /// The answer to the upload itself. The documents' example tells the external id; on the wire it is null until the activity is ready
    /// (field-notes.md, 3.1).
    /// </summary>
    public static UploadStatus StillProcessing(FakeUpload upload, World world) =>
        new(upload.Id, IdText(upload.Id), world.IsDocumented ? upload.ExternalId : null, null, UploadTexts.Processing, null);

    private static UploadStatus StatusOf(FakeUpload upload, World world)
    {
        // Only what is ready or was ready knows its external id; while processing and after an error it is null (field-notes.md, 3.1).
        var externalId = upload.Status is UploadTexts.Ready or UploadTexts.Deleted || (world.IsDocumented && upload.Error is null) ? upload.ExternalId : null;
        // "Before the activity is finished processing, the upload check will not contain" it (strava-partner-uploads.md).
        PhotoMetadata[]? photo = upload.ActivityId is { } activity && world.Options.IsPartner ? [world.PhotoMetadata(activity)] : null;
        return new UploadStatus(upload.Id, IdText(upload.Id), externalId, upload.Error, upload.Status, upload.ActivityId, photo);
    }

    private static string IdText(long id) => id.ToString(CultureInfo.InvariantCulture);
}
