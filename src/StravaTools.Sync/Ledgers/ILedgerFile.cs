namespace StravaTools.Sync.Ledgers;

/// <summary>The file of a ledger. Tests replace it to simulate failing disks.</summary>
internal interface ILedgerFile : IDisposable
{
    /// <summary>Its path.</summary>
    string Path { get; }

    /// <summary>Its length in bytes, by the folder: the file that other programs see.</summary>
    long Length { get; }

    /// <summary>Reads all bytes.</summary>
    byte[] ReadAll();

    /// <summary>Writes bytes at a position.</summary>
    void WriteAt(ReadOnlySpan<byte> bytes, long position);

    /// <summary>Waits until everything is on the disk.</summary>
    void SyncToDisk();

    /// <summary>Cuts the file.</summary>
    void Truncate(long length);
}
