using StravaTools.Http.Errors;
using StravaTools.Http.Files;

namespace StravaTools.PowerShell.Work;

/// <summary>Writes a file completely or not at all.</summary>
internal static class OutputFile
{
    /// <summary>
    /// Writes a temporary file next to the destination and moves it into place, so that a full disk or Ctrl+C leaves no partial file.
    /// </summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.FileExists"/>, <see cref="ApiErrors.PathIsDirectory"/> or <see cref="ApiErrors.FileNotWritable"/>.
    /// </exception>
    public static FileInfo WriteAtomically(string path, bool overwrite, Action<Stream> write)
    {
        CheckWritable(path, overwrite);
        try
        {
            AtomicFile.Write(path, overwrite, write);
            return new FileInfo(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrors.FileNotWritable, e, path, e.Message);
        }
    }

    /// <summary>Checks that the file can be written, before the user is asked to confirm it.</summary>
    public static void CheckWritable(string path, bool overwrite)
    {
        if (Directory.Exists(path))
        {
            throw new ApiException(ApiErrors.PathIsDirectory, path);
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new ApiException(ApiErrors.FileNotWritable, path, "its folder does not exist.");
        }

        if (!overwrite && File.Exists(path))
        {
            throw new ApiException(ApiErrors.FileExists, path);
        }
    }
}
