using System.Buffers.Binary;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>A definition message, read once into a plan for the data messages of its local type.</summary>
internal sealed class FitDefinition
{
    /// <summary>The bytes that define one field: number, size, and base type (or developer).</summary>
    public const int FieldSize = 3;

    private const int FixedSize = 5;

    private readonly FitFieldLayout[] _fields;
    private readonly FitFieldLayout _timestamp;

    /// <summary>By field number: the index in <see cref="_fields"/> plus one; zero if the message does not have the field.</summary>
    private readonly byte[] _places = new byte[256];

    private FitDefinition(ushort message, bool isBigEndian, FitFieldLayout[] fields, FitDeveloperField[] developerFields, int size)
    {
        Message = message;
        IsBigEndian = isBigEndian;
        DeveloperFields = developerFields;
        Size = size;
        _fields = fields;
        for (var i = fields.Length - 1; i >= 0; i--)
        {
            _places[fields[i].Number] = (byte)(i + 1);
        }

        RecordSteps = message == FitMessages.Record ? FitRecordPlan.Compile(this) : [];
        HasTimestamp = TryFind(FitFields.Timestamp, out _timestamp) && _timestamp.Count > 0;
        HasPlainTimestamp = HasTimestamp && _timestamp.Type == FitBaseType.UInt32 && !isBigEndian;
    }

    /// <summary>The number of the message in the profile.</summary>
    public ushort Message { get; }

    public bool IsBigEndian { get; }

    public FitDeveloperField[] DeveloperFields { get; }

    /// <summary>The bytes of a data message after its header.</summary>
    public int Size { get; }

    /// <summary>How to read a point from a record message; empty for other messages.</summary>
    public FitRecordStep[] RecordSteps { get; }

    /// <summary>
    /// The same as <see cref="RecordSteps"/> for developer fields; null before the first record, since other messages define the types
    /// of these fields.
    /// </summary>
    public FitRecordStep[]? DeveloperSteps { get; set; }

    /// <summary>How to read the compressed distance of records that also have another one; null for other records.</summary>
    public FitRecordStep? MixedDistance
    {
        get
        {
            var hasOther = Array.Exists(RecordSteps, IsDistance) || (DeveloperSteps is { } steps && Array.Exists(steps, IsDistance));
            foreach (var step in hasOther ? RecordSteps : [])
            {
                if (step.Target == FitRecordTarget.CompressedSpeedDistance)
                {
                    return step;
                }
            }

            return null;
        }
    }

    private bool HasTimestamp { get; }

    /// <summary>True if the timestamp is stored as in nearly all files.</summary>
    private bool HasPlainTimestamp { get; }

    /// <summary>The timestamp field of a data message. Any message can have one. Compressed timestamps count from the last one.</summary>
    public uint? TimestampOf(ReadOnlySpan<byte> data)
    {
        if (HasPlainTimestamp)
        {
            var stored = BinaryPrimitives.ReadUInt32LittleEndian(data[_timestamp.Offset..]);
            if (stored == uint.MaxValue)
            {
                return null;
            }

            return stored;
        }

        if (HasTimestamp && _timestamp.Type.ReadOrNaN(data[_timestamp.Offset..], IsBigEndian) is >= 0 and <= uint.MaxValue and var seconds)
        {
            return (uint)seconds;
        }

        return null;
    }

    /// <summary>The length of the definition message that begins here without its header; it can exceed the available bytes.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes, bool hasDeveloperFields)
    {
        if (bytes.Length < FixedSize)
        {
            return FixedSize;
        }

        var length = FixedSize + (bytes[4] * FieldSize);
        if (!hasDeveloperFields)
        {
            return length;
        }

        if (length < bytes.Length)
        {
            return length + 1 + (bytes[length] * FieldSize);
        }

        return length + 1;
    }

    /// <param name="bytes">The complete definition message without its header.</param>
    /// <param name="problem">The error, as the end of a sentence; null if there is no error.</param>
    public static FitDefinition ReadDefinition(ReadOnlySpan<byte> bytes, out string? problem)
    {
        var isBigEndian = bytes[1] != 0;
        var message = FitBaseTypes.ReadUInt16(bytes[2..], isBigEndian);
        var size = 0;
        var fields = ReadFields(bytes.Slice(FixedSize, bytes[4] * FieldSize), ref size, out problem);
        var rest = bytes[(FixedSize + (fields.Length * FieldSize))..];
        var developerFields = rest.IsEmpty ? [] : ReadDeveloperFields(rest[1..], ref size);
        return new FitDefinition(message, isBigEndian, fields, developerFields, size);
    }

    public bool TryFind(FitFieldDefinition field, out FitFieldLayout layout)
    {
        var place = _places[field.Number];
        if (place == 0)
        {
            layout = default;
            return false;
        }

        layout = _fields[place - 1];
        return true;
    }

    /// <summary>True if the data messages of both definitions have the same layout.</summary>
    public bool HasSameLayout(FitDefinition other) =>
        Message == other.Message
        && IsBigEndian == other.IsBigEndian
        && _fields.AsSpan().SequenceEqual(other._fields)
        && DeveloperFields.AsSpan().SequenceEqual(other.DeveloperFields);

    private static bool IsDistance(FitRecordStep step) => step.Target == FitRecordTarget.Distance;

    private static FitFieldLayout[] ReadFields(ReadOnlySpan<byte> bytes, ref int size, out string? problem)
    {
        problem = null;
        var fields = new FitFieldLayout[bytes.Length / FieldSize];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = bytes.Slice(i * FieldSize, FieldSize);
            var type = FitBaseTypes.FromNumber(field[2]);
            if (!type.IsKnown())
            {
                problem ??= $"assigns field {field[0]} the base type 0x{field[2]:X2}, which does not exist";
            }

            fields[i] = new FitFieldLayout(field[0], type, size, field[1]);
            size += field[1];
        }

        return fields;
    }

    private static FitDeveloperField[] ReadDeveloperFields(ReadOnlySpan<byte> bytes, ref int size)
    {
        var fields = new FitDeveloperField[bytes.Length / FieldSize];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = bytes.Slice(i * FieldSize, FieldSize);
            fields[i] = new FitDeveloperField(field[0], field[2], size, field[1]);
            size += field[1];
        }

        return fields;
    }
}
