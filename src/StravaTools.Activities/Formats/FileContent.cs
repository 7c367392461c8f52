using System.Security.Cryptography;

namespace StravaTools.Activities.Formats;

/// <summary>What is in a file, uncompressed: bytes in memory, or a large file that stays on the disk and is read as a stream.</summary>
internal sealed class FileContent
{
    /// <summary>As much as any format needs to be told by.</summary>
    public const int HeadSize = 64 * 1024;

    private readonly Func<Stream>? _open;
    private ReadOnlyMemory<byte>? _bytes;

    /// <summary>Takes bytes in memory.</summary>
    public FileContent(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        Head = bytes;
    }

    /// <summary>Takes the beginning, and how to read it all.</summary>
    public FileContent(ReadOnlyMemory<byte> head, Func<Stream> open)
    {
        Head = head;
        _open = open;
    }

    /// <summary>The beginning; all of it if it is in memory.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>All bytes; those of a large file are read when they are first asked for, and kept.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes ??= ReadAll();

    /// <summary>All bytes, to be read once.</summary>
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
