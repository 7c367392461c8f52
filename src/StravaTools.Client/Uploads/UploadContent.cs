using StravaTools.Activities.Model;
using StravaTools.Http.Transport;

namespace StravaTools.Client.Uploads;

/// <summary>The multipart form of an upload.</summary>
internal static class UploadContent
{
    public static MultipartFormDataContent Create(UploadRequest request)
    {
        var form = MultipartForm.Create(request.Sending);
        form.AddField("sport_type", FindSportType(request)?.Name);
        form.AddField("activity_type", request.ActivityType);
        form.AddField("name", request.Name);
        form.AddField("description", request.Description);
        form.AddField("trainer", FormatFlag(request.Trainer));
        form.AddField("commute", FormatFlag(request.Commute));
        form.AddField("data_type", request.DataType ?? request.File.DataType);
        form.AddField("external_id", request.ExternalId);
        form.AddFile(request.File.Name, request.File.UploadBytes, "application/octet-stream");
        return form;
    }

    private static SportType? FindSportType(UploadRequest request)
    {
        if (request.SportType is null && request.ActivityType is null)
        {
            return request.File.FormatInfo?.DefaultSportType;
        }

        return request.SportType;
    }

    private static string? FormatFlag(bool? value)
    {
        if (value is null)
        {
            return null;
        }

        if (value.Value)
        {
            return "1";
        }

        return "0";
    }
}
