using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>
/// Reads the part <c>file</c> of a form. The document's curl command has <c>Content-Type: application/json</c> besides the form; curl then
/// sends <c>application/json; boundary=...</c>, and parts with the disposition <c>attachment</c>. Both are accepted, and a boundary that no
/// header contains is read from the first line.
/// </summary>
internal static class MultipartFile
{
    /// <exception cref="InvalidDataException">The form is invalid.</exception>
    /// <exception cref="IOException">The form is truncated.</exception>
    public static async Task<UploadedFile?> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        if (FindBoundary(request.ContentType, body.GetBuffer().AsSpan(0, (int)body.Length)) is not { Length: > 0 } boundary)
        {
            return null;
        }

        body.Position = 0;
        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                && HeaderUtilities.RemoveQuotes(disposition.Name) == "file" && FindFileName(disposition) is { Length: > 0 } name)
            {
                using var bytes = new MemoryStream();
                await section.Body.CopyToAsync(bytes);
                return new UploadedFile(name, bytes.ToArray());
            }
        }

        return null;
    }

    private static string FindFileName(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();

    private static string? FindBoundary(string? contentType, ReadOnlySpan<byte> body)
    {
        if (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.Boundary.HasValue)
        {
            return HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        }

        var end = body.IndexOf("\r\n"u8);
        if (body.StartsWith("--"u8) && end is > 2 and < 100)
        {
            return Encoding.ASCII.GetString(body[2..end]);
        }

        return null;
    }
}
