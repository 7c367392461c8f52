using System.Text;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>POST /sportstrackingdata/v2/upload (decathlon-photos.md, "Upload a photo"): the form part <c>file</c>.</summary>
internal static class StoreFile
{
    private const string Jpeg = "image/jpeg";
    private const string Json = "application/json";

    /// <summary>"only accept these files extensions : gpx,tcx,json,xml,jpeg"; the document's example sends a jpg.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".gpx"] = "application/gpx+xml",
        [".tcx"] = "application/vnd.garmin.tcx+xml",
        [".json"] = Json,
        [".xml"] = "application/xml",
        [".jpeg"] = Jpeg,
        [".jpg"] = Jpeg,
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

        if (FindError(file, type, state.Options) is { } error)
        {
            return DecathlonJson.ErrorResponse(StatusCodes.Status400BadRequest, error);
        }

        return DecathlonJson.DescribeFile(state.StoreFile(file.FileName, type, file.Bytes));
    }

    private static string? FindError(UploadedFile file, string type, FakeDecathlonOptions options)
    {
        if (!MatchesType(file.Bytes, type))
        {
            return "The content is not what the extension says";
        }

        if (type == Jpeg && file.Bytes.Length >= options.MaxPhotoSize)
        {
            return "A photo must be smaller than 3 MB";
        }

        return null;
    }

    private static bool MatchesType(byte[] bytes, string type) => type switch
    {
        Jpeg => bytes.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF]),
        Json => FirstCharacter(bytes) is '{' or '[',
        _ => FirstCharacter(bytes) is '<',
    };

    /// <summary>The first character of a text after white space; null for an empty text.</summary>
    private static char? FirstCharacter(byte[] bytes)
    {
        if (Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF', ' ', '\r', '\n', '\t') is [var first, ..])
        {
            return first;
        }

        return null;
    }
}
