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
        if (request.Id is { } id && request.World.PollUpload(request.AthleteId, id) is { } upload)
        {
            request.AddNote(string.Create(
                CultureInfo.InvariantCulture, $"Poll {upload.Polls} of upload {upload.Id}: {upload.Error ?? upload.Status}"));
            return Response.Ok(DescribeStatus(upload, request.World), StravaJson.Default.UploadStatus);
        }

        return Response.NotFound("Upload");
    }

    /// <summary>
    /// The response to the upload itself. The documents' example contains the external id; on the wire it is null until the activity is
    /// ready (field-notes.md, 3.1).
    /// </summary>
    public static UploadStatus DescribeNew(FakeUpload upload, World world) =>
        new(upload.Id, FormatId(upload.Id), world.IsDocumented ? upload.ExternalId : null, null, UploadTexts.Processing, null);

    private static UploadStatus DescribeStatus(FakeUpload upload, World world)
    {
        var externalId = HasExternalId(upload, world) ? upload.ExternalId : null;
        return new UploadStatus(
            upload.Id, FormatId(upload.Id), externalId, upload.Error, upload.Status, upload.ActivityId, DescribePhoto(upload, world));
    }

    /// <summary>The external id is null while processing and after an error (field-notes.md, 3.1).</summary>
    private static bool HasExternalId(FakeUpload upload, World world) =>
        upload.Status is UploadTexts.Ready or UploadTexts.Deleted || (world.IsDocumented && upload.Error is null);

    /// <summary>"Before the activity is finished processing, the upload check will not contain" it (strava-partner-uploads.md).</summary>
    private static PhotoMetadata[]? DescribePhoto(FakeUpload upload, World world)
    {
        if (upload.ActivityId is { } activity && world.Options.IsPartner)
        {
            return [world.PhotoMetadata(activity)];
        }

        return null;
    }

    private static string FormatId(long id) => id.ToString(CultureInfo.InvariantCulture);
}
