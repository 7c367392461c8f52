using StravaTools.Activities;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;

namespace StravaTools.Client.Files;

/// <summary>Reads activity files, and explains why a file cannot be read.</summary>
public static class LocalFiles
{
    /// <summary>Reads an activity file.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.FileNotFound"/>, <see cref="ApiErrors.PathIsDirectory"/>, or <see cref="ApiErrors.FileNotReadable"/>.
    /// </exception>
    public static Task<ActivityFile> ReadActivityAsync(string path, CancellationToken cancellationToken = default) =>
        FileReading.ReadAsync(path, ActivityFile.ReadAsync, cancellationToken);
}
