using System.Buffers.Binary;

namespace StravaTools.Tests;

/// <summary>Small generated pictures: with an EXIF position, without one, and damaged.</summary>
internal static class TestPictures
{
    /// <summary>The EXIF bytes of the longitude and latitude in pictures with a position. They occur nowhere else.</summary>
    public static readonly byte[] Latitude = [.. Rational(47, 1), .. Rational(22, 1), .. Rational(330_117, 10_007)];

    /// <summary>A text that repeats the position in XMP and similar metadata.</summary>
    public const string Place = "GPSLatitude='47,22.5502N' Zurich";

    private static readonly byte[] OnePoint = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////"
        + "wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=");

    /// <summary>A JPEG of one pixel, with segments after its start and bytes after its end.</summary>
    public static byte[] Jpeg(byte[][]? segments = null, byte[]? appended = null) =>
        [0xFF, 0xD8, .. (segments ?? []).SelectMany(segment => segment), .. OnePoint.AsSpan(2), 0xFF, 0xD9, .. appended ?? []];

    /// <summary>A JPEG with a position and an orientation in EXIF.</summary>
    public static byte[] JpegWithPosition(bool isBigEndian = false) => Jpeg([Exif(Tiff(isBigEndian))]);

    /// <summary>A JPEG with this number of bytes.</summary>
    public static byte[] JpegOfSize(int size)
    {
        var segments = new List<byte[]>();
        var missing = size - Jpeg().Length;
        while (missing > 0)
        {
            // A comment needs four bytes, so the remainder must not be smaller.
            var length = missing <= 65_000 ? missing : Math.Min(65_000, missing - 4);
            segments.Add(Segment(0xFE, new byte[length - 4]));
            missing -= length;
        }

        return Jpeg([.. segments]);
    }

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> payload)
    {
        var segment = new byte[payload.Length + 4];
        segment[0] = 0xFF;
        segment[1] = marker;
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(payload.Length + 2));
        payload.CopyTo(segment.AsSpan(4));
        return segment;
    }

    public static byte[] Exif(byte[] tiff) => Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);

    /// <summary>A PNG of one pixel, with chunks before IEND. Its invalid image data is never decoded.</summary>
    public static byte[] Png(params (string Type, byte[] Data)[] chunks)
    {
        byte[] header = [0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0];
        (string, byte[])[] all = [("IHDR", header), .. chunks, ("IDAT", [1, 2, 3]), ("IEND", [])];
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. all.SelectMany(chunk => Chunk(chunk.Item1, chunk.Item2))];
    }

    /// <summary>A complete PNG with an alpha channel.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="pixelAt">Returns the red, green, blue, and alpha of a pixel.</param>
    public static byte[] PngOf(int width, int height, Func<int, int, (byte Red, byte Green, byte Blue, byte Alpha)> pixelAt)
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    var (red, green, blue, alpha) = pixelAt(x, y);
                    zlib.Write([red, green, blue, alpha]);
                }
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A PNG of random pixels, which is also large as JPEG.</summary>
    public static byte[] NoisyPng(int width, int height)
    {
        var random = new Random(1);
        return PngOf(width, height, (_, _) => ((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), 255));
    }

    /// <summary>A TIFF block: maker, orientation 6, a GPS directory, and the directory of a thumbnail.</summary>
    public static byte[] Tiff(bool isBigEndian = false, bool hasPosition = true)
    {
        var tiff = new TiffBuilder(isBigEndian);
        const int First = 8;
        var firstLength = 2 + ((hasPosition ? 3 : 2) * 12) + 4;
        const int Maker = 200, Gps = 120, Values = 220, Second = 260;
        tiff.Directory(
            First,
            Second,
            [(0x010F, 2, 6, Maker), (0x0112, 3, 1, tiff.Short(6)), .. hasPosition ? new[] { (0x8825, 4, 1, (uint)Gps) } : []]);
        Assert.True(First + firstLength <= Gps);
        tiff.Put(Maker, "Maker\0"u8.ToArray());
        if (hasPosition)
        {
            tiff.Directory(Gps, 0, [(1, 2, 2, tiff.Letter('N')), (2, 5, 3, Values), (3, 2, 2, tiff.Letter('E'))]);
            tiff.Put(Values, Latitude);
        }

        tiff.Directory(Second, 0, [(0x0103, 3, 1, tiff.Short(6))]);
        return tiff.ToArray();
    }

    public static bool Contains(this byte[] bytes, ReadOnlySpan<byte> part) => bytes.AsSpan().IndexOf(part) >= 0;

    private static byte[] Rational(uint numerator, uint denominator)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, numerator);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), denominator);
        return bytes;
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] content = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[content.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        content.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32(content));
        return chunk;
    }

    /// <summary>The CRC of the PNG specification, independent of the tested implementation.</summary>
    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }

    private sealed class TiffBuilder
    {
        private readonly byte[] _bytes = new byte[300];
        private readonly bool _isBigEndian;

        public TiffBuilder(bool isBigEndian)
        {
            _isBigEndian = isBigEndian;
            Put(0, isBigEndian ? "MM\0*"u8.ToArray() : "II*\0"u8.ToArray());
            UInt32(4, 8);
        }

        /// <summary>A value of two bytes in a field of four. It starts at the left in both byte orders.</summary>
        public uint Short(ushort value) => _isBigEndian ? (uint)value << 16 : value;

        public uint Letter(char value) => _isBigEndian ? (uint)value << 24 : value;

        public void Put(int position, byte[] bytes) => bytes.CopyTo(_bytes, position);

        public void Directory(int position, uint next, (int Tag, int Type, int Count, uint Value)[] entries)
        {
            UInt16(position, entries.Length);
            for (var i = 0; i < entries.Length; i++)
            {
                var at = position + 2 + (i * 12);
                UInt16(at, entries[i].Tag);
                UInt16(at + 2, entries[i].Type);
                UInt32(at + 4, (uint)entries[i].Count);
                UInt32(at + 8, entries[i].Value);
            }

            UInt32(position + 2 + (entries.Length * 12), next);
        }

        public byte[] ToArray() => [.. _bytes];

        private void UInt16(int position, int value)
        {
            if (_isBigEndian)
            {
                BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(position), (ushort)value);
            }
            else
            {
                BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(position), (ushort)value);
            }
        }

        private void UInt32(int position, uint value)
        {
            if (_isBigEndian)
            {
                BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(position), value);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(position), value);
            }
        }
    }
}
