using System.Net.Http.Headers;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using StravaTools.Http.Transport;

namespace StravaTools.Client.Photos;

/// <summary>Photos of partner applications (strava-partner-uploads.md, "Step 2: Upload a photo").</summary>
public static class PhotoApi
{
    /// <summary>
    /// Uploads a picture to the address that came with an upload or an activity: the raw bytes, as image/jpeg whatever the picture is, and
    /// without the access token, which is none of the photo host's business.
    /// </summary>
    /// <param name="client">Sends the request.</param>
    /// <param name="target">The address.</param>
    /// <param name="picture">A JPEG or PNG.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">The picture or the address is not usable, or the host refused it.</exception>
    /// <remarks><see cref="PhotoMetadata.MaxSize"/> refuses nothing: the document gives no unit, and no picture has the 1600 bytes of its
    /// example.</remarks>
    public static async Task UploadPhotoAsync(this StravaClient client, PhotoMetadata target, Picture picture,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(picture);
        if (!picture.IsJpegOrPng)
        {
            throw new ApiException(ApiErrors.PhotoNotAPicture, picture.Name);
        }

        using var request = new HttpRequestMessage(new HttpMethod(target.Method ?? "PUT"), AddressOf(target));
        request.Content = new ReadOnlyMemoryContent(picture.Bytes);
        foreach (var (name, value) in target.Header ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                && !name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        var answer = await client.Transport.SendElsewhereAsync(request, cancellationToken);
        if (!answer.IsSuccess)
        {
            throw new StravaException(StravaErrors.PhotoRefused, (int)answer.StatusCode,
                ErrorResponses.Describe(answer, StravaServiceErrors.All))
            { StatusCode = answer.StatusCode };
        }
    }

    /// <summary>
    /// JSON writes &amp;amp; as \u0026, and an address copied from raw JSON still has it (strava-partner-uploads.md, note 2).
    /// </summary>
    private static Uri AddressOf(PhotoMetadata target)
    {
        var text = target.Uri?.Replace(@"\u0026", "&", StringComparison.OrdinalIgnoreCase);
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && ServerAddress.IsSafe(uri))
        {
            return uri;
        }

        throw new StravaException(StravaErrors.PhotoUriInvalid);
    }
}
