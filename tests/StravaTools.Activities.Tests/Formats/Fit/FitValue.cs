using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>FIT's base types, as a definition message writes them.</summary>
internal enum FitType : byte
{
    Enum = 0x00,
    SInt8 = 0x01,
    UInt8 = 0x02,
    SInt16 = 0x83,
    UInt16 = 0x84,
    SInt32 = 0x85,
    UInt32 = 0x86,
    String = 0x07,
    Float32 = 0x88,
    Float64 = 0x89,
    UInt8z = 0x0A,
    UInt16z = 0x8B,
    UInt32z = 0x8C,
    Byte = 0x0D,
    SInt64 = 0x8E,
    UInt64 = 0x8F,
    UInt64z = 0x90,
}

/// <summary>
/// A field of a message to write. Its value is a number, an array of numbers, a text, or bytes as they are; null writes the type's invalid
/// value.
/// </summary>
/// <param name="Number">The field's number.</param>
/// <param name="Type">The base type to define and write it with.</param>
/// <param name="Value">The value, already scaled.</param>
/// <param name="DeveloperDataIndex">For a developer field, its developer.</param>
internal sealed record FitValue(byte Number, FitType Type, object? Value, byte? DeveloperDataIndex = null)
{
    public byte[] ToBytes(bool bigEndian) => Value switch
    {
        byte[] bytes => bytes,
        string text => [.. Encoding.UTF8.GetBytes(text), 0],
        Array numbers => [.. numbers.Cast<object?>().SelectMany(number => NumberBytes(number, bigEndian))],
        _ => NumberBytes(Value, bigEndian),
    };

    private byte[] NumberBytes(object? number, bool bigEndian)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, number is null ? Invalid : Bits(number));
        var used = bytes[..Size];
        if (bigEndian)
        {
            Array.Reverse(used);
        }

        return used;
    }

    private int Size => Type switch
    {
        FitType.SInt16 or FitType.UInt16 or FitType.UInt16z => 2,
        FitType.SInt32 or FitType.UInt32 or FitType.UInt32z or FitType.Float32 => 4,
        FitType.SInt64 or FitType.UInt64 or FitType.UInt64z or FitType.Float64 => 8,
        _ => 1,
    };

    private ulong Invalid => Type switch
    {
        FitType.SInt8 => 0x7F,
        FitType.SInt16 => 0x7FFF,
        FitType.SInt32 => 0x7FFFFFFF,
        FitType.SInt64 => 0x7FFFFFFFFFFFFFFF,
        FitType.UInt8z or FitType.UInt16z or FitType.UInt32z or FitType.UInt64z => 0,
        _ => ulong.MaxValue,
    };

    private ulong Bits(object number) => Type switch
    {
        FitType.Float32 => BitConverter.SingleToUInt32Bits(Convert.ToSingle(number, CultureInfo.InvariantCulture)),
        FitType.Float64 => BitConverter.DoubleToUInt64Bits(Convert.ToDouble(number, CultureInfo.InvariantCulture)),
        _ => unchecked((ulong)Convert.ToInt64(number, CultureInfo.InvariantCulture)),
    };
}
