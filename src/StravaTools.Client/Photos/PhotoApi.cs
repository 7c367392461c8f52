using System.Net.Http.Headers;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using StravaTools.Http.Transport;

namespace StravaTools.Client.Photos;

/// <summary>Photos of partner applications (strava-partner-uploads.md, "Step 2: Upload a photo").</summary>
public static class PhotoApi
{
    private static readonly string[] SignedHeaders = ["x-amz-", "x-goog-", "x-ms-", "Content-MD5", "Cache-Control"];

    /// <summary>
    /// Uploads a picture to the address in an upload or an activity with PUT. The raw bytes are sent as image/jpeg regardless of the
    /// format. The access token is not sent to the photo host, and only a server on this machine can name an address on this machine.
    /// </summary>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="target">The address.</param>
    /// <param name="picture">A JPEG or PNG.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ApiException">The picture or the address is unusable, or the host rejected the picture.</exception>
    /// <remarks>
    /// <see cref="PhotoMetadata.MaxSize"/> is not enforced: the document specifies no unit, and its example of 1600 is too small for bytes.
    /// </remarks>
    public static async Task UploadPhotoAsync(
        this StravaClient client, PhotoMetadata target, Picture picture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(picture);
        if (!picture.IsJpegOrPng)
        {
            throw new ApiException(ApiErrors.PhotoNotAPicture, picture.Name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Put, ParseAddress(target));
        request.Content = new ReadOnlyMemoryContent(picture.Bytes);
        foreach (var (name, value) in target.Header?.Where(field => IsAllowed(field.Key, field.Value)) ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        var answer = await client.Transport.SendElsewhereAsync(request, cancellationToken);
        if (!answer.IsSuccess)
        {
            var details = ErrorResponses.Describe(answer, StravaServiceErrors.All);
            throw new StravaException(StravaErrors.PhotoRefused, (int)answer.StatusCode, details) { StatusCode = answer.StatusCode };
        }
    }

    /// <summary>
    /// The server must not choose any header: only those that belong to a signed address are sent, and no line break can add another one.
    /// </summary>
    private static bool IsAllowed(string name, string value) =>
        SignedHeaders.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>
    /// JSON can escape an ampersand as \u0026, and an address copied from raw JSON still contains it (strava-partner-uploads.md, note 2).
    /// </summary>
    private static Uri ParseAddress(PhotoMetadata target)
    {
        var text = target.Uri?.Replace(@"\u0026", "&", StringComparison.OrdinalIgnoreCase);
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && ServerAddress.IsSafe(uri)
            && !(target.IsFromElsewhere && uri.IsLoopback))
        {
            return uri;
        }

        throw new StravaException(StravaErrors.PhotoUriInvalid);
    }
}
