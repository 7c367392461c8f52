using System.Text;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>A data message, read according to its definition. Fields that are missing or have the invalid value are null.</summary>
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

    /// <summary>Its timestamp field, or the one of its compressed timestamp header.</summary>
    public uint? Timestamp { get; }

    public DateTimeOffset? Time => FitTime.ToInstant(Timestamp);

    /// <summary>The value in the unit of the model, scaled according to the profile.</summary>
    public double? Number(FitFieldDefinition field)
    {
        if (Stored(field) is { } number)
        {
            return field.FromStored(number);
        }

        return null;
    }

    public int? ReadWhole(FitFieldDefinition field, int index = 0)
    {
        if (Stored(field, index) is >= int.MinValue and <= int.MaxValue and var number)
        {
            return (int)number;
        }

        return null;
    }

    public uint? Seconds(FitFieldDefinition field, int index = 0)
    {
        if (Stored(field, index) is >= 0 and <= uint.MaxValue and var number)
        {
            return (uint)number;
        }

        return null;
    }

    public DateTimeOffset? Instant(FitFieldDefinition field) => FitTime.ToInstant(Seconds(field));

    public TimeSpan? Duration(FitFieldDefinition field)
    {
        if (Stored(field) is >= 0 and <= uint.MaxValue and var number)
        {
            return new TimeSpan((long)(number * (TimeSpan.TicksPerSecond / field.Scale)));
        }

        return null;
    }

    public int CountOf(FitFieldDefinition field)
    {
        if (Definition.TryFind(field, out var found))
        {
            return found.Count;
        }

        return 0;
    }

    public ReadOnlySpan<byte> FieldBytes(FitFieldDefinition field)
    {
        if (Definition.TryFind(field, out var found))
        {
            return _bytes.Slice(found.Offset, found.Size);
        }

        return [];
    }

    public ReadOnlySpan<byte> FieldBytes(FitDeveloperField field) => _bytes.Slice(field.Offset, field.Size);

    public string? ReadText(FitFieldDefinition field)
    {
        if (Definition.TryFind(field, out var found) && found.Type == FitBaseType.String)
        {
            return TextOf(_bytes.Slice(found.Offset, found.Size));
        }

        return null;
    }

    /// <summary>UTF-8 up to the first NUL; some writers omit the NUL.</summary>
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

    /// <summary>The number as the file stores it; NaN if it has no value.</summary>
    public double NumberAt(in FitFieldLayout field, int index)
    {
        if (index < field.Count)
        {
            return field.Type.ReadOrNaN(_bytes[(field.Offset + (index * field.Type.SizeOf()))..], Definition.IsBigEndian);
        }

        return double.NaN;
    }

    /// <summary>A byte as the file stores it.</summary>
    public byte ByteAt(in FitFieldLayout field, int index) => _bytes[field.Offset + index];

    /// <summary>The number as the file stores it.</summary>
    private double? Stored(FitFieldDefinition field, int index = 0)
    {
        if (Definition.TryFind(field, out var layout) && NumberAt(layout, index) is var number && !double.IsNaN(number))
        {
            return number;
        }

        return null;
    }
}
