using StravaTools.Http.Errors;
using StravaTools.Http.Files;

namespace StravaTools.Http.Pictures;

/// <summary>Reads pictures from disk.</summary>
public static class PictureFiles
{
    /// <summary>Reads a JPEG or PNG picture.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.FileNotFound"/>, <see cref="ApiErrors.PathIsDirectory"/>, <see cref="ApiErrors.FileNotReadable"/>, or
    /// <see cref="ApiErrors.PhotoNotAPicture"/> or <see cref="ApiErrors.PictureHeic"/>.
    /// </exception>
    public static async Task<Picture> ReadPictureAsync(string path, CancellationToken cancellationToken = default)
    {
        var picture = await ReadAnyAsync(path, cancellationToken);
        if (picture.IsJpegOrPng)
        {
            return picture;
        }

        throw new ApiException(picture.Format == PictureFormat.Heic ? ApiErrors.PictureHeic : ApiErrors.PhotoNotAPicture, path);
    }

    /// <summary>Reads a file of any content.</summary>
    internal static Task<Picture> ReadAnyAsync(string path, CancellationToken cancellationToken) =>
        FileReading.ReadAsync(path, Picture.ReadAsync, cancellationToken);
}
