using System.Security.Cryptography;

namespace StravaTools.Activities.Formats;

/// <summary>The uncompressed content of a file: bytes in memory, or a large file that stays on the disk and is read as a stream.</summary>
internal sealed class FileContent
{
    /// <summary>The number of bytes that is sufficient to detect any format.</summary>
    public const int HeadSize = 64 * 1024;

    /// <summary>An array cannot have more bytes.</summary>
    public static readonly long MaxSize = Array.MaxLength;

    private readonly Func<Stream>? _open;
    private ReadOnlyMemory<byte>? _bytes;

    /// <summary>Content in memory.</summary>
    public FileContent(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        Head = bytes;
        Size = bytes.Length;
    }

    /// <summary>Content on the disk: its beginning, its size, and a way to open it.</summary>
    public FileContent(ReadOnlyMemory<byte> head, long size, Func<Stream> open)
    {
        Head = head;
        Size = size;
        _open = open;
    }

    /// <summary>The beginning; all of it if it is in memory.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    public long Size { get; }

    /// <summary>True if <see cref="Bytes"/> does not have to be read.</summary>
    public bool IsInMemory => _bytes is not null;

    /// <summary>All bytes. Those of a large file are read on the first access, and kept.</summary>
    /// <exception cref="IOException">The file has more bytes than fit into memory at once.</exception>
    public ReadOnlyMemory<byte> Bytes => _bytes ??= ReadAll();

    /// <summary>Opens the content for reading it once. The stream is seekable.</summary>
    public Stream Open()
    {
        if (_bytes is { } bytes)
        {
            return bytes.AsStream();
        }

        return _open!();
    }

    /// <summary>The last bytes.</summary>
    public ReadOnlyMemory<byte> ReadTail(int count)
    {
        if (_bytes is { } bytes)
        {
            return bytes[Math.Max(0, bytes.Length - count)..];
        }

        using var stream = Open();
        var tail = new byte[Math.Min(count, stream.Length)];
        stream.Position = stream.Length - tail.Length;
        return tail.AsMemory(0, stream.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false));
    }

    public string Sha256()
    {
        if (_bytes is { } bytes)
        {
            return Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        }

        using var stream = Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private ReadOnlyMemory<byte> ReadAll()
    {
        if (Size > MaxSize)
        {
            throw new IOException(
                FormattableString.Invariant($"The file has {Size:N0} bytes. At most {MaxSize:N0} bytes can be read at once."));
        }

        using var stream = Open();
        var bytes = new byte[stream.Length];
        return bytes.AsMemory(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
