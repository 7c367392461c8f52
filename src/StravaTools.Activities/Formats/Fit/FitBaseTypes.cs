using System.Buffers.Binary;

namespace StravaTools.Activities.Formats.Fit;

internal static class FitBaseTypes
{
    private const byte NumberMask = 0x1F;
    private const byte EndianAbilityFlag = 0x80;

    public static FitBaseType FromNumber(byte definition) => (FitBaseType)(definition & NumberMask);

    public static bool IsKnown(this FitBaseType type) => type <= FitBaseType.UInt64z;

    public static int SizeOf(this FitBaseType type) => type switch
    {
        FitBaseType.SInt16 or FitBaseType.UInt16 or FitBaseType.UInt16z => 2,
        FitBaseType.SInt32 or FitBaseType.UInt32 or FitBaseType.UInt32z or FitBaseType.Float32 => 4,
        FitBaseType.SInt64 or FitBaseType.UInt64 or FitBaseType.UInt64z or FitBaseType.Float64 => 8,
        _ => 1,
    };

    /// <summary>The byte for the type in a field definition. A flag marks the types with a byte order.</summary>
    public static byte ToByte(this FitBaseType type)
    {
        if (type.SizeOf() > 1)
        {
            return (byte)((byte)type | EndianAbilityFlag);
        }

        return (byte)type;
    }

    /// <summary>The smallest value of an integer type of up to 32 bits, and its invalid value, which is the largest one.</summary>
    public static (long Smallest, long Invalid) RangeOf(this FitBaseType type) => type switch
    {
        FitBaseType.Enum or FitBaseType.UInt8 or FitBaseType.Byte => (byte.MinValue, byte.MaxValue),
        FitBaseType.SInt8 => (sbyte.MinValue, sbyte.MaxValue),
        FitBaseType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        FitBaseType.SInt16 => (short.MinValue, short.MaxValue),
        FitBaseType.UInt32 => (uint.MinValue, uint.MaxValue),
        FitBaseType.SInt32 => (int.MinValue, int.MaxValue),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Only integers of up to 32 bits are written."),
    };

    /// <summary>The number in a field; null for the type's invalid value and for text.</summary>
    public static double? ReadValue(this FitBaseType type, ReadOnlySpan<byte> value, bool isBigEndian)
    {
        if (type.ReadOrNaN(value, isBigEndian) is var number && double.IsNaN(number))
        {
            return null;
        }

        return number;
    }

    /// <summary>Like <see cref="ReadValue"/>, with NaN for null. A double represents all but the largest 64-bit numbers exactly.</summary>
    public static double ReadOrNaN(this FitBaseType type, ReadOnlySpan<byte> value, bool isBigEndian) => type switch
    {
        FitBaseType.Enum or FitBaseType.UInt8 or FitBaseType.Byte => ValueOrNaN(value[0], byte.MaxValue),
        FitBaseType.SInt8 => ValueOrNaN((sbyte)value[0], sbyte.MaxValue),
        FitBaseType.UInt8z => ValueOrNaN(value[0], 0),
        FitBaseType.UInt16 => ValueOrNaN(ReadUInt16(value, isBigEndian), ushort.MaxValue),
        FitBaseType.SInt16 => ValueOrNaN((short)ReadUInt16(value, isBigEndian), short.MaxValue),
        FitBaseType.UInt16z => ValueOrNaN(ReadUInt16(value, isBigEndian), 0),
        FitBaseType.UInt32 => ValueOrNaN(UInt32(value, isBigEndian), uint.MaxValue),
        FitBaseType.SInt32 => ValueOrNaN((int)UInt32(value, isBigEndian), int.MaxValue),
        FitBaseType.UInt32z => ValueOrNaN(UInt32(value, isBigEndian), 0),
        FitBaseType.UInt64 => ValueOrNaN(UInt64(value, isBigEndian), ulong.MaxValue),
        FitBaseType.SInt64 => ValueOrNaN((long)UInt64(value, isBigEndian), long.MaxValue),
        FitBaseType.UInt64z => ValueOrNaN(UInt64(value, isBigEndian), 0UL),
        FitBaseType.Float32 => Finite(BitConverter.UInt32BitsToSingle(UInt32(value, isBigEndian))),
        FitBaseType.Float64 => Finite(BitConverter.UInt64BitsToDouble(UInt64(value, isBigEndian))),
        _ => double.NaN,
    };

    private static double ValueOrNaN(long number, long invalid)
    {
        if (number == invalid)
        {
            return double.NaN;
        }

        return number;
    }

    private static double ValueOrNaN(ulong number, ulong invalid)
    {
        if (number == invalid)
        {
            return double.NaN;
        }

        return number;
    }

    /// <summary>The invalid value of the floating types is a NaN, and no other NaN or infinity means anything either.</summary>
    private static double Finite(double number)
    {
        if (double.IsFinite(number))
        {
            return number;
        }

        return double.NaN;
    }

    public static ushort ReadUInt16(ReadOnlySpan<byte> value, bool isBigEndian)
    {
        if (isBigEndian)
        {
            return BinaryPrimitives.ReadUInt16BigEndian(value);
        }

        return BinaryPrimitives.ReadUInt16LittleEndian(value);
    }

    private static uint UInt32(ReadOnlySpan<byte> value, bool isBigEndian)
    {
        if (isBigEndian)
        {
            return BinaryPrimitives.ReadUInt32BigEndian(value);
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(value);
    }

    private static ulong UInt64(ReadOnlySpan<byte> value, bool isBigEndian)
    {
        if (isBigEndian)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(value);
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(value);
    }
}
