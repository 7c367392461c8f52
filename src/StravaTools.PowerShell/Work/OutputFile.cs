using StravaTools.Activities;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;

namespace StravaTools.PowerShell.Work;

/// <summary>Writes output files.</summary>
internal static class OutputFile
{
    /// <summary>
    /// Writes a temporary file next to the destination first, so that a full disk or Ctrl+C leaves no partial file. An existing file keeps
    /// its permissions, owner, and links.
    /// </summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.FileExists"/> or <see cref="ApiErrors.FileNotWritable"/>.</exception>
    public static FileInfo WriteFile(string path, bool overwrite, Action<Stream> write)
    {
        CheckWritable(path, overwrite);
        try
        {
            if (File.Exists(path))
            {
                AtomicFile.ReplaceContent(path, write);
            }
            else
            {
                AtomicFile.Write(path, overwrite: false, write);
            }

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
        if (FindObstacle(path) is { } obstacle)
        {
            throw new ApiException(ApiErrors.FileNotWritable, path, obstacle);
        }

        if (!overwrite && File.Exists(path))
        {
            throw new ApiException(ApiErrors.FileExists, path);
        }
    }

    private static string? FindObstacle(string path)
    {
        if (Directory.Exists(path))
        {
            return "it is a directory.";
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            return "its folder does not exist.";
        }

        if (SpecialFiles.IsSpecial(path))
        {
            return "it is a device, a pipe, or a socket.";
        }

        return null;
    }
}
