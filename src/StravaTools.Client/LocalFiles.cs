using StravaTools.Client.Http;
using StravaTools.Activities;
using StravaTools.Client.Photos;

namespace StravaTools.Client;

/// <summary>Reads files that people name, and says clearly what is wrong with a name.</summary>
public static class LocalFiles
{
    /// <summary>Reads an activity file.</summary>
    /// <exception cref="StravaException">
    /// <see cref="ApiErrors.FileNotFound"/>, <see cref="ApiErrors.PathIsDirectory"/> or <see cref="ApiErrors.FileNotReadable"/>.
    /// </exception>
    public static Task<ActivityFile> ReadActivityAsync(string path, CancellationToken cancellationToken = default) =>
        ReadAsync(path, ActivityFile.ReadAsync, cancellationToken);

    /// <summary>Reads a picture.</summary>
    /// <exception cref="StravaException">As for an activity file, and <see cref="StravaErrors.PhotoNotAPicture"/>.</exception>
    public static async Task<Picture> ReadPictureAsync(string path, CancellationToken cancellationToken = default)
    {
        var picture = await ReadAsync(path, Picture.ReadAsync, cancellationToken);
        if (picture.IsJpegOrPng)
        {
            return picture;
        }

        throw new StravaException(StravaErrors.PhotoNotAPicture, path);
    }

    /// <summary>Reads a picture, whatever it turns out to be.</summary>
    internal static Task<Picture> ReadAnyPictureAsync(string path, CancellationToken cancellationToken) => ReadAsync(path, Picture.ReadAsync, cancellationToken);

    /// <summary>Says clearly why a file could not be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="error">An <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
    internal static StravaException Explain(string path, Exception error) => error switch
    {
        _ when Directory.Exists(path) => new StravaException(ApiErrors.PathIsDirectory, error, path),
        FileNotFoundException or DirectoryNotFoundException => new StravaException(ApiErrors.FileNotFound, error, path),
        _ => new StravaException(ApiErrors.FileNotReadable, error, path, error.Message),
    };

    private static async Task<T> ReadAsync<T>(string path, Func<string, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return await read(path, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Explain(path, e);
        }
    }
}
