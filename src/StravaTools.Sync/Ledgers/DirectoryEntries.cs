using System.Runtime.InteropServices;

namespace StravaTools.Sync.Ledgers;

/// <summary>
/// Puts the names of new files on the disk. .NET cannot open a folder, so the C library is called; Windows and file systems that cannot do
/// it are left alone, like Git and borg do.
/// </summary>
internal static partial class DirectoryEntries
{
    /// <summary>Waits until the entries of a folder are on the disk.</summary>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            return;
        }

        _ = FSync(descriptor);
        _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
