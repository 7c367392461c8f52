using System.Buffers.Binary;

namespace Benchmarks.Rides;

/// <summary>Writes FIT like devices: occasional definitions, each with many data messages.</summary>
internal sealed class FitFile
{
    private readonly List<byte> _records = [];

    /// <param name="local">The local message type.</param>
    /// <param name="message">The message's number.</param>
    /// <param name="fields">The number, size, and base type of each field.</param>
    public void Define(int local, ushort message, params (byte, byte, byte)[] fields)
    {
        Write((byte)(0x40 | local), 0, 0, (byte)message, (byte)(message >> 8), (byte)fields.Length);
        foreach (var (number, size, type) in fields)
        {
            Write(number, size, type);
        }
    }

    public FitFile Data(int local)
    {
        Write((byte)local);
        return this;
    }

    public FitFile U8(int value)
    {
        Write((byte)value);
        return this;
    }

    public FitFile U16(int value)
    {
        Write((byte)value, (byte)(value >> 8));
        return this;
    }

    public FitFile U32(long value)
    {
        Write((byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24));
        return this;
    }

    public byte[] ToBytes()
    {
        var file = new byte[14 + _records.Count + 2];
        file[0] = 14;
        file[1] = 0x20;
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(2), 21217);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)_records.Count);
        ".FIT"u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(12), ByteWiseCrc.Compute(file.AsSpan(0, 12)));
        _records.CopyTo(file, 14);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(file.Length - 2), ByteWiseCrc.Compute(file.AsSpan(0, file.Length - 2)));
        return file;
    }

    private void Write(params ReadOnlySpan<byte> bytes) => _records.AddRange(bytes);
}
