using System.Text;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>A data message: its bytes, read by the plan of its definition. Fields that are missing or hold the invalid value are null.</summary>
internal readonly ref struct FitMessage
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _position;

    public FitMessage(FitDefinition definition, ReadOnlySpan<byte> bytes, int position, uint? compressedTimestamp)
    {
        _bytes = bytes;
        _position = position;
        Definition = definition;
        Timestamp = definition.TimestampOf(bytes) ?? compressedTimestamp;
    }

    public FitDefinition Definition { get; }

    /// <summary>Where it begins in the file.</summary>
    public SourceLocation Location => SourceLocation.AtOffset(_position);

    /// <summary>Its timestamp field, else what its compressed timestamp header tells.</summary>
    public uint? Timestamp { get; }

    public DateTimeOffset? Time => Timestamp is { } seconds ? FitTime.ToInstant(seconds) : null;

    public double? Number(byte field, int index = 0)
    {
        if (Definition.TryFind(field, out var found) && index < found.Count)
        {
            return Number(found, index);
        }

        return null;
    }

    /// <summary>A number that the profile scales: stored = (value + offset) * scale.</summary>
    public double? Scaled(byte field, double scale, double offset = 0)
    {
        if (Number(field) is { } number)
        {
            return (number / scale) - offset;
        }

        return null;
    }

    public int? ReadWhole(byte field, int index = 0)
    {
        if (Number(field, index) is >= int.MinValue and <= int.MaxValue and var number)
        {
            return (int)number;
        }

        return null;
    }

    public uint? Seconds(byte field, int index = 0)
    {
        if (Number(field, index) is >= 0 and <= uint.MaxValue and var number)
        {
            return (uint)number;
        }

        return null;
    }

    public DateTimeOffset? Instant(byte field)
    {
        if (Seconds(field) is { } seconds)
        {
            return FitTime.ToInstant(seconds);
        }

        return null;
    }

    /// <summary>A span of time in thousandths of a second.</summary>
    public TimeSpan? Duration(byte field)
    {
        if (Number(field) is >= 0 and <= uint.MaxValue and var number)
        {
            return TimeSpan.FromMilliseconds(number);
        }

        return null;
    }

    public int CountOf(byte field)
    {
        if (Definition.TryFind(field, out var found))
        {
            return found.Count;
        }

        return 0;
    }

    public ReadOnlySpan<byte> FieldBytes(byte field)
    {
        if (Definition.TryFind(field, out var found))
        {
            return _bytes.Slice(found.Offset, found.Size);
        }

        return [];
    }

    public ReadOnlySpan<byte> FieldBytes(FitDeveloperField field) => _bytes.Slice(field.Offset, field.Size);

    public ReadOnlySpan<byte> FieldBytes(int position, int size) => _bytes.Slice(position, size);

    /// <summary>The number at a place a plan knows; NaN for none.</summary>
    public double NumberAt(int position, FitBaseType type) => type.ReadOrNaN(_bytes[position..], Definition.IsBigEndian);

    public string? ReadText(byte field)
    {
        if (Definition.TryFind(field, out var found) && found.Type == FitBaseType.String)
        {
            return TextOf(_bytes.Slice(found.Offset, found.Size));
        }

        return null;
    }

    /// <summary>UTF-8 up to the first NUL; some writers leave the NUL out.</summary>
    public static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
        if (text.Length == 0)
        {
            return null;
        }

        return text;
    }

    private double? Number(FitField field, int index) =>
        field.Type.ReadValue(_bytes[(field.Offset + (index * field.Type.SizeOf()))..], Definition.IsBigEndian);
}
