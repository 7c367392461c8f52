using System.Buffers.Binary;
using System.IO.Compression;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats;

/// <summary>Unpacks a gzip as a stream, within limits that a hostile gzip cannot exceed.</summary>
internal sealed class GzipContent
{
    private const int SmallestGzip = 18;
    private const int TrailerSize = 8;

    /// <summary>More bytes after the end are not searched for it.</summary>
    private const int MaxTrailing = 1024 * 1024;

    /// <summary>The same for a gzip of several members, where each place costs more.</summary>
    private const int MaxSearched = 4096;

    /// <summary>The ratio is measured over this many unpacked bytes, since a bomb may begin with harmless data.</summary>
    private const long Window = 16 * 1024 * 1024;

    private static readonly uint[] CrcTable = BuildCrcTable();

    private GzipContent(ReadOnlyMemory<byte> bytes, string? damage, bool isTooLarge)
    {
        Bytes = bytes;
        Damage = damage;
        IsTooLarge = isTooLarge;
    }

    /// <summary>The part that could be unpacked.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What is wrong with the gzip; null if it is complete.</summary>
    public string? Damage { get; }

    public bool IsTooLarge { get; }

    /// <summary>The number of bytes after the end of the gzip.</summary>
    public int TrailingBytes { get; private init; }

    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith<byte>([0x1f, 0x8b]);

    /// <summary>Unpacks as much as the limits allow, and no more than the gzip contains.</summary>
    public static GzipContent Unpack(FileContent packed, ActivityFileLimits limits)
    {
        var unpacked = new MemoryStream((int)Math.Min(packed.Size * 4, 4 * Window));
        using var source = packed.Open();
        using var gzip = new GZipStream(source, CompressionMode.Decompress);
        var buffer = new byte[81920];
        var (windowStart, sourceStart) = (0L, 0L);
        try
        {
            int read;
            while ((read = gzip.Read(buffer)) > 0)
            {
                var window = unpacked.Length + read - windowStart;
                var isBomb = window >= Window && window > (source.Position - sourceStart) * limits.MaxRatio;
                if (isBomb || unpacked.Length + read > Math.Min(limits.MaxUnpackedSize, Array.MaxLength))
                {
                    return new GzipContent(Written(unpacked), null, isTooLarge: true);
                }

                unpacked.Write(buffer, 0, read);
                if (window >= Window)
                {
                    (windowStart, sourceStart) = (unpacked.Length, source.Position);
                }
            }
        }
        catch (InvalidDataException)
        {
            return new GzipContent(Written(unpacked), "its data or its checksum is wrong", isTooLarge: false);
        }

        // GZipStream detects neither a truncated file nor bytes after the end.
        var trailing = CountTrailing(packed.ReadTail(MaxTrailing).Span, Written(unpacked).Span);
        if (packed.Size < SmallestGzip || trailing is null)
        {
            return new GzipContent(Written(unpacked), "it is truncated", isTooLarge: false);
        }

        return new GzipContent(Written(unpacked), null, isTooLarge: false) { TrailingBytes = trailing.Value };
    }

    /// <summary>
    /// The number of bytes after the end, which the trailer shows: it contains CRC and length of the last member. A gzip may have several
    /// members (RFC 1952, 2.2). Null if no trailer was found.
    /// </summary>
    private static int? CountTrailing(ReadOnlySpan<byte> tail, ReadOnlySpan<byte> unpacked)
    {
        Span<byte> trailer = stackalloc byte[TrailerSize];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, ComputeCrc32(unpacked));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)unpacked.Length);
        if (tail.IndexOf(trailer) is >= 0 and var start)
        {
            var rest = tail[(start + TrailerSize)..];

            // The beginning of another member means that the gzip is truncated, unless this member is empty.
            return IsGzip(rest) ? CountAfterLastMember(rest, []) : rest.Length;
        }

        return CountAfterLastMember(tail, unpacked);
    }

    /// <summary>Looks for the trailer of a last member whose content is shorter than all, or empty.</summary>
    private static int? CountAfterLastMember(ReadOnlySpan<byte> tail, ReadOnlySpan<byte> unpacked)
    {
        for (var trailing = 0; trailing <= MaxSearched && tail.Length - trailing >= SmallestGzip; trailing++)
        {
            var end = tail.Length - trailing;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(tail[(end - 4)..]);
            var crc = BinaryPrimitives.ReadUInt32LittleEndian(tail[(end - TrailerSize)..]);
            if (length == 0 ? crc == 0 && trailing == 0 : length < unpacked.Length && crc == ComputeCrc32(unpacked[^(int)length..]))
            {
                return trailing;
            }
        }

        return null;
    }

    private static uint ComputeCrc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = (crc >> 8) ^ CrcTable[(byte)(crc ^ value)];
        }

        return ~crc;
    }

    private static uint[] BuildCrcTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }

            table[i] = crc;
        }

        return table;
    }

    private static ReadOnlyMemory<byte> Written(MemoryStream stream) => stream.GetBuffer().AsMemory(0, (int)stream.Length);
}
