using System.Buffers.Binary;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>The base types of FIT fields: the low five bits of the byte in a field definition.</summary>
internal enum FitBaseType : byte
{
    Enum = 0,
    SInt8 = 1,
    UInt8 = 2,
    SInt16 = 3,
    UInt16 = 4,
    SInt32 = 5,
    UInt32 = 6,
    String = 7,
    Float32 = 8,
    Float64 = 9,
    UInt8z = 10,
    UInt16z = 11,
    UInt32z = 12,
    Byte = 13,
    SInt64 = 14,
    UInt64 = 15,
    UInt64z = 16,
}

internal static class FitBaseTypes
{
    private const int Mask = 0x1F;

    public static FitBaseType Of(byte definition) => (FitBaseType)(definition & Mask);

    public static bool IsKnown(this FitBaseType type) => type <= FitBaseType.UInt64z;

    public static int Size(this FitBaseType type) => type switch
    {
        FitBaseType.SInt16 or FitBaseType.UInt16 or FitBaseType.UInt16z => 2,
        FitBaseType.SInt32 or FitBaseType.UInt32 or FitBaseType.UInt32z or FitBaseType.Float32 => 4,
        FitBaseType.SInt64 or FitBaseType.UInt64 or FitBaseType.UInt64z or FitBaseType.Float64 => 8,
        _ => 1,
    };

    /// <summary>The number in a field; null if it holds the type's invalid value, or text.</summary>
    public static double? Read(this FitBaseType type, ReadOnlySpan<byte> value, bool isBigEndian) =>
        type.ReadOrNaN(value, isBigEndian) is var number && double.IsNaN(number) ? null : number;

    /// <summary>As <see cref="Read"/>, with NaN for no number. A double holds all but the largest 64-bit numbers exactly.</summary>
    public static double ReadOrNaN(this FitBaseType type, ReadOnlySpan<byte> value, bool isBigEndian) => type switch
    {
        FitBaseType.Enum or FitBaseType.UInt8 or FitBaseType.Byte => Valid(value[0], byte.MaxValue),
        FitBaseType.SInt8 => Valid((sbyte)value[0], sbyte.MaxValue),
        FitBaseType.UInt8z => Valid(value[0], 0),
        FitBaseType.UInt16 => Valid(UInt16(value, isBigEndian), ushort.MaxValue),
        FitBaseType.SInt16 => Valid((short)UInt16(value, isBigEndian), short.MaxValue),
        FitBaseType.UInt16z => Valid(UInt16(value, isBigEndian), 0),
        FitBaseType.UInt32 => Valid(UInt32(value, isBigEndian), uint.MaxValue),
        FitBaseType.SInt32 => Valid((int)UInt32(value, isBigEndian), int.MaxValue),
        FitBaseType.UInt32z => Valid(UInt32(value, isBigEndian), 0),
        FitBaseType.UInt64 => UInt64(value, isBigEndian) is var number and < ulong.MaxValue ? number : double.NaN,
        FitBaseType.SInt64 => (long)UInt64(value, isBigEndian) is var number and < long.MaxValue ? number : double.NaN,
        FitBaseType.UInt64z => UInt64(value, isBigEndian) is var number and > 0 ? number : double.NaN,
        FitBaseType.Float32 => Finite(BitConverter.UInt32BitsToSingle(UInt32(value, isBigEndian))),
        FitBaseType.Float64 => Finite(BitConverter.UInt64BitsToDouble(UInt64(value, isBigEndian))),
        _ => double.NaN,
    };

    private static double Valid(long number, long invalid) => number == invalid ? double.NaN : number;

    /// <summary>The invalid value of the floating types is a NaN, and no other NaN or infinity means anything either.</summary>
    private static double Finite(double number) => double.IsFinite(number) ? number : double.NaN;

    private static ushort UInt16(ReadOnlySpan<byte> value, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(value) : BinaryPrimitives.ReadUInt16LittleEndian(value);

    private static uint UInt32(ReadOnlySpan<byte> value, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(value) : BinaryPrimitives.ReadUInt32LittleEndian(value);

    private static ulong UInt64(ReadOnlySpan<byte> value, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(value) : BinaryPrimitives.ReadUInt64LittleEndian(value);
}
