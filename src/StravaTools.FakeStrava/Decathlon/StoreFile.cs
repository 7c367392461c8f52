using System.Text;
using StravaTools.FakeStrava.Endpoints;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>POST /sportstrackingdata/v2/upload (decathlon-photos.md, "Upload a photo"): the form part <c>file</c>.</summary>
internal static class StoreFile
{
    /// <summary>"only accept these files extensions : gpx,tcx,json,xml,jpeg"; the example right below it sends a jpg, so that is one of them.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".gpx"] = "application/gpx+xml",
        [".tcx"] = "application/vnd.garmin.tcx+xml",
        [".json"] = "application/json",
        [".xml"] = "application/xml",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
    };

    public static async Task<Answer> HandleAsync(HttpContext http, DecathlonState state)
    {
        if (await MultipartFile.ReadAsync(http.Request) is not { } file)
        {
            return DecathlonJson.Error(StatusCodes.Status400BadRequest, "Missing file");
        }

        if (!Types.TryGetValue(Path.GetExtension(file.FileName), out var type))
        {
            return DecathlonJson.Error(StatusCodes.Status400BadRequest, "Only gpx, tcx, json, xml and jpeg files are accepted");
        }

        return ErrorIn(file, type, state.Options) is { } error
            ? DecathlonJson.Error(StatusCodes.Status400BadRequest, error)
            : DecathlonJson.Stored(state.Store(file.FileName, type, file.Bytes));
    }

    private static string? ErrorIn(UploadedFile file, string type, FakeDecathlonOptions options)
    {
        if (type != "image/jpeg")
        {
            return IsText(file.Bytes, type) ? null : "The content is not what the extension says";
        }

        return !file.Bytes.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "The content is not what the extension says"
            : file.Bytes.Length >= options.MaxPhotoSize ? "A photo must be smaller than 3 MB"
            : null;
    }

    private static bool IsText(byte[] bytes, string type) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF', ' ', '\r', '\n', '\t') is [var first, ..]
        && (type == "application/json" ? first is '{' or '[' : first == '<');
}
