using StravaTools.Http.Errors;

namespace StravaTools.Http.Files;

/// <summary>Reads files, and explains why a file cannot be read.</summary>
internal static class FileReading
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.FileNotFound"/>, <see cref="ApiErrors.PathIsDirectory"/>, or <see cref="ApiErrors.FileNotReadable"/>.
    /// </exception>
    public static async Task<T> ReadAsync<T>(
        string path, Func<string, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
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

    /// <summary>The error for a file that could not be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cause">An <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
    public static ApiException Explain(string path, Exception cause)
    {
        if (Directory.Exists(path))
        {
            return new ApiException(ApiErrors.PathIsDirectory, cause, path);
        }

        if (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ApiException(ApiErrors.FileNotFound, cause, path);
        }

        if (cause is not UnauthorizedAccessException && EmptyFiles.IsEmpty(path))
        {
            const string Remedy = "Use a file with content. Copy the content of a device or a pipe to a file first.";
            return new ApiException(ApiErrors.FileNotReadable with { Remedy = Remedy }, cause, path, cause.Message);
        }

        return new ApiException(ApiErrors.FileNotReadable, cause, path, cause.Message);
    }
}
