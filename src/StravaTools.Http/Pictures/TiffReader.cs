using System.Buffers.Binary;

namespace StravaTools.Http.Pictures;

/// <summary>Reads the directories of a TIFF block (TIFF 6.0, section 2), such as EXIF. Reads outside the block return null.</summary>
internal readonly ref struct TiffReader
{
    public const int EntryLength = 12;

    /// <summary>The size of a value in bytes, by the type of the entry.</summary>
    private static ReadOnlySpan<byte> Sizes => [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _isBigEndian;

    private TiffReader(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        _bytes = bytes;
        _isBigEndian = isBigEndian;
    }

    /// <summary>The offset of the first directory.</summary>
    public uint FirstDirectory => ReadUInt32(4);

    public static bool TryOpen(ReadOnlySpan<byte> bytes, out TiffReader reader)
    {
        var isBigEndian = bytes.StartsWith("MM\0*"u8);
        reader = new TiffReader(bytes, isBigEndian);
        return bytes.Length >= 8 && (isBigEndian || bytes.StartsWith("II*\0"u8));
    }

    /// <summary>Returns the number of entries of a directory; null if it is outside the block.</summary>
    public int? CountAt(uint directory)
    {
        if (directory < 8 || directory + 2L > _bytes.Length)
        {
            return null;
        }

        int count = ReadUInt16((int)directory);
        if (directory + 2L + ((long)count * EntryLength) <= _bytes.Length)
        {
            return count;
        }

        return null;
    }

    /// <summary>Reads an entry of a directory that was counted before; null if its values are outside the block.</summary>
    public TiffEntry? EntryAt(uint directory, int index)
    {
        var position = (int)directory + 2 + (index * EntryLength);
        int type = ReadUInt16(position + 2);
        var length = (long)ReadUInt32(position + 4) * (type < Sizes.Length ? Sizes[type] : 0);
        var value = ReadUInt32(position + 8);
        if (length <= 4)
        {
            return new TiffEntry(position, ReadUInt16(position), length, position + 8, type == 3 ? ReadUInt16(position + 8) : value);
        }

        if (value + length <= _bytes.Length)
        {
            return new TiffEntry(position, ReadUInt16(position), length, (int)value, value);
        }

        return null;
    }

    /// <summary>Returns the offset of the next directory; 0 for the last directory.</summary>
    public uint NextAfter(uint directory, int count)
    {
        var position = (int)directory + 2 + (count * EntryLength);
        if (position + 4 <= _bytes.Length)
        {
            return ReadUInt32(position);
        }

        return 0;
    }

    public void WriteUInt16(Span<byte> target, int position, ushort value)
    {
        if (_isBigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target[position..], value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(target[position..], value);
        }
    }

    private ushort ReadUInt16(int position)
    {
        if (_isBigEndian)
        {
            return BinaryPrimitives.ReadUInt16BigEndian(_bytes[position..]);
        }

        return BinaryPrimitives.ReadUInt16LittleEndian(_bytes[position..]);
    }

    private uint ReadUInt32(int position)
    {
        if (_isBigEndian)
        {
            return BinaryPrimitives.ReadUInt32BigEndian(_bytes[position..]);
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(_bytes[position..]);
    }
}
