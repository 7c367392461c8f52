using System.Buffers.Binary;
using System.IO.Compression;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats;

/// <summary>Unpacks a gzip as a stream, within limits that a hostile gzip cannot exceed.</summary>
internal sealed class GzipContent
{
    private const int SmallestGzip = 18;

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

    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith<byte>([0x1f, 0x8b]);

    public static GzipContent Unpack(ReadOnlyMemory<byte> packed, ActivityFileLimits limits)
    {
        var unpacked = new MemoryStream((int)Math.Min(packed.Length * 4L, 4 * Window));
        using var source = packed.AsStream();
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

        if (!IsComplete(packed.Span, Written(unpacked).Span))
        {
            return new GzipContent(Written(unpacked), "it is truncated", isTooLarge: false);
        }

        return new GzipContent(Written(unpacked), null, isTooLarge: false);
    }

    /// <summary>
    /// GZipStream does not detect a truncated file, but the trailer shows it. It contains CRC and length of the last member only,
    /// and a gzip may have several (RFC 1952, 2.2).
    /// </summary>
    private static bool IsComplete(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> unpacked)
    {
        if (packed.Length < SmallestGzip)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(packed[^4..]);
        return length == (uint)unpacked.Length
            || (length < unpacked.Length
                && ComputeCrc32(unpacked[^(int)length..]) == BinaryPrimitives.ReadUInt32LittleEndian(packed[^8..]));
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
