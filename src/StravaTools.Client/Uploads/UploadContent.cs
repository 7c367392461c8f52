using System.Text;
using StravaTools.Activities;

namespace StravaTools.Client.Uploads;

/// <summary>
/// The multipart form of an upload. Names are quoted and file names are plain UTF-8, as curl and browsers send them: .NET's own headers
/// write unquoted names and <c>filename*</c>, which servers are known to misread.
/// </summary>
internal static class UploadContent
{
    public static MultipartFormDataContent Create(UploadRequest request)
    {
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        AddField(form, "sport_type", SportTypeOf(request)?.Name);
        AddField(form, "activity_type", request.ActivityType);
        AddField(form, "name", request.Name);
        AddField(form, "description", request.Description);
        AddField(form, "trainer", Flag(request.Trainer));
        AddField(form, "commute", Flag(request.Commute));
        AddField(form, "data_type", request.DataType ?? request.File.DataType);
        AddField(form, "external_id", request.ExternalId);
        AddFile(form, request.File);
        return form;
    }

    private static SportType? SportTypeOf(UploadRequest request) =>
        request.SportType is null && request.ActivityType is null && request.File.Format == ActivityFileFormat.StrengthJson
            ? SportType.Parse("WeightTraining")
            : request.SportType;

    private static void AddField(MultipartFormDataContent form, string name, string? value)
    {
        if (value is not null)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
            content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"");
            form.Add(content);
        }
    }

    private static void AddFile(MultipartFormDataContent form, ActivityFile file)
    {
        var content = new ReadOnlyMemoryContent(file.UploadBytes);
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{Escape(file.Name)}\"");
        content.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        form.Add(content);
    }

    private static string? Flag(bool? value) => value is null ? null : value.Value ? "1" : "0";

    /// <summary>As browsers do it (WHATWG HTML, multipart/form-data): a name can hold anything but what ends it.</summary>
    private static string Escape(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
