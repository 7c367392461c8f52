using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Writes FIT messages field by field. A definition is written when the layout of a message differs from that of the previous message with
/// the same number. Null is written as the invalid value of the base type, which readers treat as absent.
/// </summary>
internal sealed class FitMessageWriter
{
    private const int MaxTextBytes = 254;

    private readonly ArrayBufferWriter<byte> _records = new(64 * 1024);
    private readonly List<ushort> _messages = [];
    private readonly byte[]?[] _layouts = new byte[FitMessageHeader.LocalTypes][];
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

    /// <summary>
    /// Writes null, and a value outside the range of the field, as the invalid value: no value is better than a wrong one.
    /// </summary>
    public void WriteNumber(FitFieldDefinition field, double? value)
    {
        var (smallest, invalid) = field.Type.RangeOf();
        var stored = invalid;
        if (value is { } number && field.ToStored(number) is var rounded && rounded >= smallest && rounded < invalid)
        {
            stored = (long)rounded;
        }

        var size = field.Type.SizeOf();
        Define(field, size);
        BinaryPrimitives.WriteInt64LittleEndian(_data.GetSpan(sizeof(long)), stored);
        _data.Advance(size);
    }

    public void WriteTime(FitFieldDefinition field, DateTimeOffset? time) => WriteNumber(field, FitTime.ToSeconds(time));

    public void WriteDuration(FitFieldDefinition field, TimeSpan? span) => WriteNumber(field, span?.TotalSeconds);

    /// <summary>UTF-8 with a terminating NUL. Text that does not fit into a field is truncated between two characters.</summary>
    public void WriteText(FitFieldDefinition field, string text) => WriteBytes(field, TextBytes(text));

    public void WriteBytes(FitFieldDefinition field, ReadOnlySpan<byte> values)
    {
        Define(field, values.Length);
        _data.Write(values);
    }

    public void WriteStoredNumbers(FitFieldDefinition field, ReadOnlySpan<uint> values)
    {
        Define(field, values.Length * sizeof(uint));
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_data.GetSpan(sizeof(uint)), value);
            _data.Advance(sizeof(uint));
        }
    }

    /// <summary>Developer fields follow the fields of the profile.</summary>
    public void WriteDeveloperField(byte developerDataIndex, byte field, ReadOnlySpan<byte> value)
    {
        _developerFields.AddRange([field, (byte)value.Length, developerDataIndex]);
        _data.Write(value);
    }

    public void EndMessage()
    {
        var local = LocalType();
        var layout = Layout();
        if (_layouts[local] is not { } known || !known.AsSpan().SequenceEqual(layout))
        {
            _layouts[local] = layout;
            _records.Write([FitMessageHeader.OfDefinition(local, _developerFields.Count > 0).Value]);
            _records.Write(layout);
        }

        _records.Write([FitMessageHeader.OfData(local).Value]);
        _records.Write(_data.WrittenSpan);
    }

    /// <summary>Writes the header, the records, and both checksums.</summary>
    public void WriteFile(Stream destination)
    {
        var records = _records.WrittenSpan;
        Span<byte> header = stackalloc byte[FitFileHeader.FullSize];
        FitFileHeader.WriteHeader(header, records.Length);
        var crc = FitCrc.Compute(records, FitCrc.Compute(header));
        destination.Write(header);
        destination.Write(records);
        destination.Write([(byte)crc, (byte)(crc >> 8)]);
    }

    public static byte[] TextBytes(string text)
    {
        var clean = text.Replace("\0", "", StringComparison.Ordinal);
        while (Encoding.UTF8.GetByteCount(clean) > MaxTextBytes)
        {
            clean = clean[..^(clean.Length > 1 && char.IsLowSurrogate(clean[^1]) ? 2 : 1)];
        }

        return [.. Encoding.UTF8.GetBytes(clean), 0];
    }

    private void Define(FitFieldDefinition field, int size) => _fields.AddRange([field.Number, (byte)size, field.Type.ToByte()]);

    /// <summary>One local type per message; there are fewer kinds of messages than local types.</summary>
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
        const byte Reserved = 0, LittleEndian = 0;
        byte[] layout =
        [
            Reserved, LittleEndian, (byte)_message, (byte)(_message >> 8),
            (byte)(_fields.Count / FitDefinition.FieldSize), .. _fields,
        ];
        if (_developerFields.Count == 0)
        {
            return layout;
        }

        return [.. layout, (byte)(_developerFields.Count / FitDefinition.FieldSize), .. _developerFields];
    }
}
