using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace StravaTools.Activities;

/// <summary>Detects devices, pipes, and sockets. Opening a pipe can wait forever, and reading a device can have no end.</summary>
public static class SpecialFiles
{
    private const int CurrentFolder = -100;
    private const uint TypeOnly = 0x1;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>Checks a file before it is opened.</summary>
    /// <exception cref="IOException">It is a device, a pipe, or a socket.</exception>
    public static void ThrowIfSpecial(string path)
    {
        if (IsSpecial(path))
        {
            throw new IOException($"'{path}' is a device, a pipe, or a socket, not a file.");
        }
    }

    /// <summary>True for a device, a pipe, or a socket. False on systems other than Linux, which report the type in other forms.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux() || !BitConverter.IsLittleEndian)
        {
            return false;
        }

        try
        {
            var status = new byte[256];
            return ReadStatus(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, TypeOnly, status) == 0
                && (BinaryPrimitives.ReadUInt16LittleEndian(status.AsSpan(ModeOffset)) & TypeMask) is not (RegularFile or Folder);
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library.
            return false;
        }
    }

    /// <summary>statx, whose result has the same form on every Linux. Links are followed.</summary>
    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadStatus(int folder, byte[] path, int flags, uint mask, [Out] byte[] status);
}
