using Microsoft.Win32.SafeHandles;

namespace StravaTools.Sync.Ledgers;

/// <summary>
/// A ledger on a disk. It is written at explicit positions: <see cref="FileMode.Append"/> is not O_APPEND in .NET, and remembers its own.
/// </summary>
internal sealed class DiskLedgerFile(string path, SafeFileHandle handle) : ILedgerFile
{
    public string Path => path;

    public long Length => new FileInfo(path) is { Exists: true } file ? file.Length : -1;

    /// <summary>Opens an existing ledger. Other programs may read it.</summary>
    public static DiskLedgerFile OpenExisting(string path) =>
        new(path, File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read));

    public byte[] ReadAll()
    {
        var bytes = new byte[RandomAccess.GetLength(handle)];
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is var more and > 0)
        {
            read += more;
        }

        return bytes;
    }

    public void WriteAt(ReadOnlySpan<byte> bytes, long position)
    {
        try
        {
            RandomAccess.Write(handle, bytes, position);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // What .NET throws if the file would be larger than the file system or the user's limit allows.
            throw new IOException("The file would be larger than the system allows.", e);
        }
    }

    public void SyncToDisk() => RandomAccess.FlushToDisk(handle);

    public void Truncate(long length) => RandomAccess.SetLength(handle, length);

    public void Dispose() => handle.Dispose();
}
