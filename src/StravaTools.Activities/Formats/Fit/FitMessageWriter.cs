using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Lays out FIT messages field by field. A definition is written when the layout of a message differs from the one before; null is written
/// as the type's invalid value, which readers take for absent.
/// </summary>
internal sealed class FitMessageWriter
{
    private const int LocalTypes = 16;
    private const byte DefinitionFlag = 0x40;
    private const byte DeveloperFieldsFlag = 0x20;
    private const byte ProtocolVersion = 0x20;
    private const ushort ProfileVersion = 21217;
    private const int LongestText = 254;

    private readonly ArrayBufferWriter<byte> _records = new(64 * 1024);
    private readonly List<ushort> _messages = [];
    private readonly byte[]?[] _layouts = new byte[LocalTypes][];
    private readonly List<byte> _fields = [];
    private readonly List<byte> _developerFields = [];
    private readonly ArrayBufferWriter<byte> _data = new(256);
    private ushort _message;

    public void BeginMessage(ushort message)
    {
        _message = message;
        _fields.Clear();
        _developerFields.Clear();
        _data.ResetWrittenCount();
    }

    public void WriteEnum(byte field, int? value) => WriteField(field, 0x00, 1, value, 0, byte.MaxValue);

    public void WriteUInt8(byte field, double? value) => WriteField(field, 0x02, 1, Stored(value, 1, 0), 0, byte.MaxValue);

    public void WriteSInt8(byte field, double? value) => WriteField(field, 0x01, 1, Stored(value, 1, 0), sbyte.MinValue, sbyte.MaxValue);

    public void WriteUInt16(byte field, double? value, double scale = 1, double offset = 0) =>
        WriteField(field, 0x84, 2, Stored(value, scale, offset), 0, ushort.MaxValue);

    public void WriteUInt32(byte field, double? value, double scale = 1, double offset = 0) =>
        WriteField(field, 0x86, 4, Stored(value, scale, offset), 0, uint.MaxValue);

    public void WriteSInt32(byte field, double? value) => WriteField(field, 0x85, 4, Stored(value, 1, 0), int.MinValue, int.MaxValue);

    public void WriteTime(byte field, DateTimeOffset? time) => WriteUInt32(field, FitTime.ToSeconds(time));

    public void Milliseconds(byte field, TimeSpan? span) => WriteUInt32(field, span?.TotalSeconds, 1000);

    /// <summary>UTF-8 with a NUL at its end; what does not fit into a field is cut off between two characters.</summary>
    public void WriteText(byte field, string text)
    {
        var bytes = TextBytes(text);
        Define(_fields, field, 0x07, bytes.Length);
        _data.Write(bytes);
    }

    public void UInt8Array(byte field, ReadOnlySpan<byte> values)
    {
        Define(_fields, field, 0x02, values.Length);
        _data.Write(values);
    }

    public void UInt32Array(byte field, ReadOnlySpan<uint> values)
    {
        Define(_fields, field, 0x86, values.Length * sizeof(uint));
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_data.GetSpan(sizeof(uint)), value);
            _data.Advance(sizeof(uint));
        }
    }

    /// <summary>A developer field; developer data index 0. They follow the fields.</summary>
    public void Developer(byte field, ReadOnlySpan<byte> value)
    {
        _developerFields.AddRange([field, (byte)value.Length, 0]);
        _data.Write(value);
    }

    public void EndMessage()
    {
        var local = LocalType();
        var layout = Layout();
        if (_layouts[local] is not { } known || !known.AsSpan().SequenceEqual(layout))
        {
            _layouts[local] = layout;
            _records.Write([(byte)(DefinitionFlag | (_developerFields.Count > 0 ? DeveloperFieldsFlag : 0) | local)]);
            _records.Write(layout);
        }

        _records.Write([(byte)local]);
        _records.Write(_data.WrittenSpan);
    }

    /// <summary>Header, records and both checksums.</summary>
    public void WriteFile(Stream destination)
    {
        var records = _records.WrittenSpan;
        Span<byte> header = stackalloc byte[FitFileHeader.FullSize];
        WriteHeader(header, records.Length);
        var crc = FitFileCrc.Append(FitFileCrc.Append(0, header), records);
        destination.Write(header);
        destination.Write(records);
        destination.Write([(byte)crc, (byte)(crc >> 8)]);
    }

    public static byte[] TextBytes(string text)
    {
        var clean = text.Replace("\0", "", StringComparison.Ordinal);
        while (Encoding.UTF8.GetByteCount(clean) > LongestText)
        {
            clean = clean[..^(clean.Length > 1 && char.IsLowSurrogate(clean[^1]) ? 2 : 1)];
        }

        return [.. Encoding.UTF8.GetBytes(clean), 0];
    }

    public static void WriteHeader(Span<byte> header, int dataSize)
    {
        header[0] = FitFileHeader.FullSize;
        header[1] = ProtocolVersion;
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], ProfileVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)dataSize);
        ".FIT"u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt16LittleEndian(header[FitFileHeader.SmallSize..], FitFileCrc.Append(0, header[..FitFileHeader.SmallSize]));
    }

    private static double? Stored(double? value, double scale, double offset)
    {
        if (value is { } number && double.IsFinite(number))
        {
            return Math.Round((number + offset) * scale);
        }

        return null;
    }

    /// <summary>Out of range is out: a wrong value is worse than none. The invalid value of signed types is the largest one, too.</summary>
    private void WriteField(byte field, byte type, int size, double? value, double smallest, double invalid)
    {
        Define(_fields, field, type, size);
        var stored = value is { } number && number >= smallest && number < invalid ? number : invalid;
        BinaryPrimitives.WriteInt64LittleEndian(_data.GetSpan(sizeof(long)), (long)stored);
        _data.Advance(size);
    }

    private static void Define(List<byte> fields, byte field, byte type, int size) => fields.AddRange([field, (byte)size, type]);

    /// <summary>A local type each; there are fewer messages than local types.</summary>
    private int LocalType()
    {
        var local = _messages.IndexOf(_message);
        if (local < 0)
        {
            local = _messages.Count;
            _messages.Add(_message);
        }

        return local;
    }

    private byte[] Layout()
    {
        byte[] layout = [0, 0, (byte)_message, (byte)(_message >> 8), (byte)(_fields.Count / 3), .. _fields];
        if (_developerFields.Count == 0)
        {
            return layout;
        }

        return [.. layout, (byte)(_developerFields.Count / 3), .. _developerFields];
    }
}
