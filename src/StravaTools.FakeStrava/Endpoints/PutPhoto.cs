using System.Globalization;
using System.Security;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// PUT to the signed URL of <c>photo_metadata</c> (strava-partner-uploads.md, "Step 2"). The photo host is Amazon S3, not Strava: the token
/// must not reach it, the headers are part of the signature, and its errors are XML.
/// </summary>
internal static class PutPhoto
{
    /// <summary>Bytes that are read at most, whatever max_size is meant to say.</summary>
    private const int MostBytes = 10_000_000;

    public static async Task HandleAsync(HttpContext http, World world)
    {
        var key = http.GetRouteValue("key") as string ?? "";
        var answer = ErrorIn(http.Request, key, world) ?? await StoreAsync(http.Request, key, world);
        await answer.WriteAsync(http);
    }

    private static Response? ErrorIn(HttpRequest request, string key, World world)
    {
        if (request.Headers.ContainsKey("Authorization"))
        {
            return ErrorResponse(400, "InvalidArgument", "Only one auth mechanism allowed: the URL is signed, so send no Authorization header.");
        }

        string expires = request.Query["Expires"].ToString(), keyId = request.Query["AWSAccessKeyId"].ToString();
        if (!long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var end) || keyId.Length == 0)
        {
            return ErrorResponse(403, "AccessDenied", "AWSAccessKeyId, Expires or Signature is missing: was \\u0026 in the uri unescaped to '&'?");
        }

        if (world.Now.ToUnixTimeSeconds() > end)
        {
            return ErrorResponse(403, "AccessDenied", "Request has expired.");
        }

        var matches = request.ContentType == PhotoUrls.ContentType
            && world.PhotoUrls.IsSignature(key, expires, keyId, request.Query["Signature"].ToString());
        if (matches)
        {
            return null;
        }

        return ErrorResponse(
            403, "SignatureDoesNotMatch", $"The request signature does not match: PUT the unchanged URL with Content-Type {PhotoUrls.ContentType}.");
    }

    private static async Task<Response> StoreAsync(HttpRequest request, string key, World world)
    {
        var most = world.Options.MaxPhotoSize ?? MostBytes;
        if (await ReadAsync(request, most) is not { } bytes)
        {
            return ErrorResponse(400, "EntityTooLarge", $"The photo is larger than {most} bytes.");
        }

        // S3 would take anything. What the document rules out must not pass here, or nobody notices until the photo does not show.
        if (ImageTypeOf(bytes.Span) is not { } contentType)
        {
            return ErrorResponse(400, "InvalidRequest", "The body is no JPEG or PNG: send the raw bytes, no multipart form and no base64.");
        }

        if (world.PutPhoto(key, bytes, contentType))
        {
            return Response.WithoutBody(200);
        }

        return ErrorResponse(404, "NoSuchKey", "The activity has been deleted.");
    }

    /// <summary>Null if there are more bytes than allowed; the body is not read further then.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int maxSize)
    {
        if (request.ContentLength > maxSize)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await request.Body.ReadAsync(buffer)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > maxSize)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    private static string? ImageTypeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            return "image/jpeg";
        }

        if (bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return "image/png";
        }

        return null;
    }

    private static Response ErrorResponse(int status, string code, string message) => Response.FromText(
        status,
        "application/xml",
        $"""<?xml version="1.0" encoding="UTF-8"?>{'\n'}<Error><Code>{code}</Code><Message>{SecurityElement.Escape(message)}</Message></Error>""");
}
