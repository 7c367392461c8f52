namespace StravaTools.Http.Files;

/// <summary>Writes a file completely or not at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes to a temporary file in the same folder, then renames it. If the disk is full or the write is canceled, an existing file is
    /// unchanged. A symbolic link is followed, and the permissions of an existing file are kept.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether an existing file is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written, or it exists and must not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is write-protected.</exception>
    public static void Write(string path, bool overwrite, Action<FileStream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var temporary = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            using (var stream = Create(temporary, FindMode(path)))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, FindTarget(path), overwrite);
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>
    /// Writes to a temporary file in the same folder, then copies it into an existing file. The file keeps its permissions, its owner, and
    /// its links. If the disk is full or writing fails, it is unchanged; if copying fails, the temporary file is kept.
    /// </summary>
    /// <param name="path">The file. It must exist.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is write-protected.</exception>
    public static void ReplaceContent(string path, Action<FileStream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        if (new FileInfo(path).IsReadOnly)
        {
            throw new UnauthorizedAccessException("It is read-only.");
        }

        var temporary = $"{path}.{Guid.NewGuid():N}.partial";
        var isComplete = false;
        try
        {
            using (var stream = Create(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            isComplete = true;
            CopyInto(temporary, path);
        }
        catch (IOException e) when (isComplete)
        {
            throw new IOException($"{e.Message} The complete content is in '{temporary}'.", e);
        }
        catch when (!isComplete)
        {
            File.Delete(temporary);
            throw;
        }

        File.Delete(temporary);
    }

    private static void CopyInto(string source, string target)
    {
        using var from = File.OpenRead(source);
        using var to = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.None);
        from.CopyTo(to);
        to.SetLength(to.Position);
        to.Flush(flushToDisk: true);
    }

    private static string FindTarget(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is null)
        {
            return path;
        }

        return file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static UnixFileMode? FindMode(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
        {
            return null;
        }

        return File.GetUnixFileMode(path);
    }

    private static FileStream Create(string path, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && mode is { } value)
        {
            options.UnixCreateMode = value;
        }

        return new FileStream(path, options);
    }
}
