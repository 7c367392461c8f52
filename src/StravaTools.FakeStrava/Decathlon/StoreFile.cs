using System.Text;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;

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

    public static async Task<Response> HandleAsync(HttpContext http, DecathlonState state)
    {
        if (await MultipartFile.ReadAsync(http.Request) is not { } file)
        {
            return DecathlonJson.ErrorResponse(StatusCodes.Status400BadRequest, "Missing file");
        }

        if (!Types.TryGetValue(Path.GetExtension(file.FileName), out var type))
        {
            return DecathlonJson.ErrorResponse(StatusCodes.Status400BadRequest, "Only gpx, tcx, json, xml and jpeg files are accepted");
        }

        if (ErrorIn(file, type, state.Options) is { } error)
        {
            return DecathlonJson.ErrorResponse(StatusCodes.Status400BadRequest, error);
        }

        return DecathlonJson.Stored(state.StoreFile(file.FileName, type, file.Bytes));
    }

    private static string? ErrorIn(UploadedFile file, string type, FakeDecathlonOptions options)
    {
        if (type != "image/jpeg")
        {
            if (IsText(file.Bytes, type))
            {
                return null;
            }

            return "The content is not what the extension says";
        }

        if (!file.Bytes.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            return "The content is not what the extension says";
        }

        if (file.Bytes.Length >= options.MaxPhotoSize)
        {
            return "A photo must be smaller than 3 MB";
        }

        return null;
    }

    private static bool IsText(byte[] bytes, string type) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF', ' ', '\r', '\n', '\t') is [var first, ..]
        && (type == "application/json" ? first is '{' or '[' : first == '<');
}
