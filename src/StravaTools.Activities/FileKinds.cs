using System.Formats.Tar;

namespace StravaTools.Activities;

/// <summary>Distinguishes files from pipes and devices before they are opened: opening a pipe waits for its other end.</summary>
internal static class FileKinds
{
    /// <summary>Fails if the path leads to a pipe or device, also through links.</summary>
    /// <exception cref="IOException">The path is a pipe, a device, or a socket.</exception>
    public static void RequireFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return;
        }

        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
        {
            file = target;
        }

        // Pipes and devices have no size, and few files have none, so only these pay for the way to ask. A link to a pipe of another process
        // has no target that exists.
        if (!file.Exists || (file.Length == 0 && !IsRegular(file.FullName)))
        {
            throw new IOException($"'{path}' is a pipe or a device, not a file. Copy its content to a file first.");
        }
    }

    /// <summary>.NET exposes the kind of a file only in the archive formats.</summary>
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
        catch (IOException)
        {
            // A socket. If the file itself cannot be read, opening it reports that.
            return false;
        }
    }
}
