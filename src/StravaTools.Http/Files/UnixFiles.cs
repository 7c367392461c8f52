using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace StravaTools.Http.Files;

/// <summary>What .NET does not provide about files on Unix: the owner, and flushing a folder.</summary>
[UnsupportedOSPlatform("windows")]
internal static class UnixFiles
{
    private const int CurrentFolder = -100;
    private const uint Owner = 0x8;
    private const int OwnerOffset = 20;

    /// <summary>The user ID of this process.</summary>
    public static uint CurrentUser => GetEffectiveUserId();

    /// <summary>Returns the user ID of the owner; null where the platform does not report it in a known form.</summary>
    public static uint? FindOwner(string path)
    {
        if (ReadStatus(path) is { } status)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(status.AsSpan(OwnerOffset));
        }

        return null;
    }

    /// <summary>Flushes the entries of a folder to the disk.</summary>
    /// <returns>False if the file system does not support it.</returns>
    public static bool FlushFolder(string path)
    {
        var folder = OpenFile(ToNative(path), 0);
        if (folder < 0)
        {
            return false;
        }

        var isFlushed = FlushToDisk(folder) == 0;
        _ = CloseFile(folder);
        return isFlushed;
    }

    /// <summary>Calls statx, whose result has the same form on every Linux. Other systems have other forms of stat.</summary>
    private static byte[]? ReadStatus(string path)
    {
        if (!OperatingSystem.IsLinux() || !BitConverter.IsLittleEndian)
        {
            return null;
        }

        try
        {
            var status = new byte[256];
            return ReadExtendedStatus(CurrentFolder, ToNative(path), 0, Owner, status) == 0 ? status : null;
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library.
            return null;
        }
    }

    private static byte[] ToNative(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint GetEffectiveUserId();

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadExtendedStatus(int folder, byte[] path, int flags, uint mask, [Out] byte[] status);

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFile(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FlushToDisk(int file);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseFile(int file);
}
