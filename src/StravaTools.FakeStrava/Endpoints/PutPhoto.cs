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
    /// <summary>The largest photo in bytes if the options have no limit.</summary>
    private const int DefaultMaxSize = 10_000_000;

    private const int BufferSize = 81_920;

    public static async Task HandleAsync(HttpContext http, World world)
    {
        var key = RouteValues.ReadText(http, "key");
        var response = FindError(http.Request, key, world) ?? await StoreAsync(http.Request, key, world);
        await response.WriteAsync(http);
    }

    private static Response? FindError(HttpRequest request, string key, World world)
    {
        if (request.Headers.ContainsKey("Authorization"))
        {
            return CreateError(
                400, "InvalidArgument", "Only one auth mechanism allowed: the URL is signed, so send no Authorization header.");
        }

        string expires = request.Query["Expires"].ToString(), keyId = request.Query["AWSAccessKeyId"].ToString();
        if (!long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var end) || keyId.Length == 0)
        {
            return CreateError(
                403, "AccessDenied", "AWSAccessKeyId, Expires or Signature is missing: was \\u0026 in the uri unescaped to '&'?");
        }

        if (world.Now.ToUnixTimeSeconds() > end)
        {
            return CreateError(403, "AccessDenied", "Request has expired.");
        }

        var isSigned = request.ContentType == PhotoUrls.ContentType
            && world.PhotoUrls.IsSignature(key, expires, keyId, request.Query["Signature"].ToString());
        if (isSigned)
        {
            return null;
        }

        const string Advice = $"PUT the unchanged URL with Content-Type {PhotoUrls.ContentType}.";
        return CreateError(403, "SignatureDoesNotMatch", $"The request signature does not match: {Advice}");
    }

    private static async Task<Response> StoreAsync(HttpRequest request, string key, World world)
    {
        var maxSize = world.Options.MaxPhotoSize ?? DefaultMaxSize;
        if (await ReadBodyAsync(request, maxSize) is not { } bytes)
        {
            return CreateError(400, "EntityTooLarge", $"The photo is larger than {maxSize} bytes.");
        }

        // S3 accepts anything. The fake accepts only what the document allows; otherwise the mistake shows only when the photo is missing.
        if (DetectImageType(bytes.Span) is not { } contentType)
        {
            return CreateError(
                400, "InvalidRequest", "The body is not a JPEG or PNG picture. Send the raw bytes, without a multipart form or base64.");
        }

        if (world.PutPhoto(key, bytes, contentType))
        {
            return Response.WithoutBody(200);
        }

        return CreateError(404, "NoSuchKey", "The activity has been deleted.");
    }

    /// <summary>Null if there are more bytes than allowed; the rest of the body is then not read.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpRequest request, int maxSize)
    {
        if (request.ContentLength > maxSize)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[BufferSize];
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

    private static string? DetectImageType(ReadOnlySpan<byte> bytes)
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

    private static Response CreateError(int status, string code, string message)
    {
        var text = SecurityElement.Escape(message);
        return Response.FromText(
            status,
            "application/xml",
            $"""<?xml version="1.0" encoding="UTF-8"?>{'\n'}<Error><Code>{code}</Code><Message>{text}</Message></Error>""");
    }
}
