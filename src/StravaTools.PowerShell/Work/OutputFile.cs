using StravaTools.Client.Http;
using StravaTools.Client;

namespace StravaTools.PowerShell.Work;

/// <summary>Writes a file as a whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside the file and moves what was written into its place, so that a full disk or Ctrl+C leaves nothing half done.</summary>
    /// <exception cref="StravaException">
    /// <see cref="ApiErrors.FileExists"/>, <see cref="ApiErrors.PathIsDirectory"/> or <see cref="ApiErrors.FileNotWritable"/>.
    /// </exception>
    public static FileInfo WriteAtomically(string path, bool overwrite, Action<Stream> write)
    {
        CheckWritable(path, overwrite);
        var partial = $"{path}.{Guid.NewGuid():n}.partial";
        try
        {
            using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(partial, path, overwrite);
            return new FileInfo(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StravaException(ApiErrors.FileNotWritable, e, path, e.Message);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Looks whether it may be written, before somebody is asked to confirm it.</summary>
    public static void CheckWritable(string path, bool overwrite)
    {
        if (Directory.Exists(path))
        {
            throw new StravaException(ApiErrors.PathIsDirectory, path);
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new StravaException(ApiErrors.FileNotWritable, path, "its folder does not exist.");
        }

        if (!overwrite && File.Exists(path))
        {
            throw new StravaException(ApiErrors.FileExists, path);
        }
    }
}
