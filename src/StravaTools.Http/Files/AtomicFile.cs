namespace StravaTools.Http.Files;

/// <summary>Writes a file completely or not at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes to a temporary file in the same folder, then renames it. If the disk is full or the write is canceled, an existing file is
    /// unchanged.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether an existing file is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written, or it exists and must not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is write-protected.</exception>
    public static void Write(string path, bool overwrite, Action<FileStream> write) =>
        Write(path, overwrite, write, temporary => new FileStream(temporary, FileMode.CreateNew, FileAccess.Write));

    /// <inheritdoc cref="Write(string, bool, Action{FileStream})"/>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether an existing file is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="create">Creates the temporary file, with the permissions that the file will have.</param>
    internal static void Write(string path, bool overwrite, Action<FileStream> write, Func<string, FileStream> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var temporary = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            using (var stream = create(temporary))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite);
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }
}
