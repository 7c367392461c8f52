using System.Security.Cryptography;

namespace StravaTools.Activities.Formats;

/// <summary>The uncompressed content of a file: bytes in memory, or a large file that stays on the disk and is read as a stream.</summary>
internal sealed class FileContent
{
    /// <summary>As many bytes as any format needs to be detected.</summary>
    public const int HeadSize = 64 * 1024;

    private readonly Func<Stream>? _open;
    private ReadOnlyMemory<byte>? _bytes;

    /// <summary>Content in memory.</summary>
    public FileContent(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        Head = bytes;
    }

    /// <summary>Content on the disk: its beginning, and a way to open it.</summary>
    public FileContent(ReadOnlyMemory<byte> head, Func<Stream> open)
    {
        Head = head;
        _open = open;
    }

    /// <summary>The beginning; all of it if it is in memory.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>All bytes. Those of a large file are read on the first access, and kept.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes ??= ReadAll();

    /// <summary>Opens the content for reading it once.</summary>
    public Stream Open()
    {
        if (_bytes is { } bytes)
        {
            return bytes.AsStream();
        }

        return _open!();
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
        using var stream = Open();
        var bytes = new byte[stream.Length];
        return bytes.AsMemory(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
