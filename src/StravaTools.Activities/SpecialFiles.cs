using System.Formats.Tar;

namespace StravaTools.Activities;

/// <summary>Detects devices, pipes, and sockets. Opening a pipe can wait forever, and reading a device can have no end.</summary>
public static class SpecialFiles
{
    /// <summary>Checks a file before it is opened.</summary>
    /// <exception cref="IOException">It is a device, a pipe, or a socket.</exception>
    public static void ThrowIfSpecial(string path)
    {
        if (IsSpecial(path))
        {
            throw new IOException($"'{path}' is a device, a pipe, or a socket, not a file. Copy its content to a file first.");
        }
    }

    /// <summary>True for a device, a pipe, or a socket, and for links to them. False for a path that does not exist.</summary>
    public static bool IsSpecial(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists && file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
        {
            file = target;
        }

        if (file.Exists)
        {
            // These have no size, and few files have none, so only these pay for the way to ask.
            return file.Length == 0 && !IsRegular(file.FullName);
        }

        // Links in /proc lead to names such as pipe:[123].
        return file.Name.StartsWith("pipe:[", StringComparison.Ordinal) || file.Name.StartsWith("socket:[", StringComparison.Ordinal);
    }

    /// <summary>.NET exposes the kind of a file only in archives.</summary>
    private static bool IsRegular(string path)
    {
        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
            {
                writer.WriteEntry(path, "file");
            }

            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
        }
        catch (UnauthorizedAccessException)
        {
            // Archives contain pipes and devices without opening them. Opening the file reports the reason.
            return true;
        }
        catch (IOException)
        {
            // A socket; on Windows, which has none of these in folders, a locked file.
            return OperatingSystem.IsWindows();
        }
    }
}
