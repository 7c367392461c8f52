using StravaTools.Sync.Ledgers;

namespace StravaTools.Sync.Tests.Ledger;

/// <summary>A ledger in memory on a disk that fails.</summary>
internal sealed class FailingLedgerFile(byte[] content) : ILedgerFile
{
    private readonly MemoryStream _stream = Create(content);

    public string Path => "/ledger-000001.jsonl";

    public long Length => ReportedLength ?? _stream.Length;

    /// <summary>The length that the folder reports, if it differs.</summary>
    public long? ReportedLength { get; set; }

    /// <summary>The size of the disk.</summary>
    public long Capacity { get; set; } = long.MaxValue;

    public bool FailsToSync { get; set; }

    public bool FailsToTruncate { get; set; }

    public int Syncs { get; private set; }

    public byte[] ReadAll() => _stream.ToArray();

    public void WriteAt(ReadOnlySpan<byte> bytes, long position)
    {
        var fits = (int)Math.Clamp(Capacity - position, 0, bytes.Length);
        _stream.Position = position;
        _stream.Write(bytes[..fits]);
        if (fits < bytes.Length)
        {
            throw new IOException("No space left on device");
        }
    }

    public void SyncToDisk()
    {
        Syncs++;
        if (FailsToSync)
        {
            throw new IOException("Input/output error");
        }
    }

    public void Truncate(long length)
    {
        if (FailsToTruncate)
        {
            throw new IOException("Read-only file system");
        }

        _stream.SetLength(length);
    }

    public void Dispose()
    {
    }

    private static MemoryStream Create(byte[] content)
    {
        var stream = new MemoryStream();
        stream.Write(content);
        return stream;
    }
}
