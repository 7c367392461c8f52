using System.Text;

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

    public double? Number(byte field, int index = 0) =>
        Definition.TryFind(field, out var found) && index < found.Count ? Number(found, index) : null;

    /// <summary>A number that the profile scales: stored = (value + offset) * scale.</summary>
    public double? Scaled(byte field, double scale, double offset = 0) => Number(field) is { } number ? (number / scale) - offset : null;

    public int? Whole(byte field, int index = 0) => Number(field, index) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    public uint? Seconds(byte field, int index = 0) => Number(field, index) is >= 0 and <= uint.MaxValue and var number ? (uint)number : null;

    public DateTimeOffset? Instant(byte field) => Seconds(field) is { } seconds ? FitTime.ToInstant(seconds) : null;

    /// <summary>A span of time in thousandths of a second.</summary>
    public TimeSpan? Duration(byte field) => Number(field) is >= 0 and <= uint.MaxValue and var number ? TimeSpan.FromMilliseconds(number) : null;

    public int CountOf(byte field) => Definition.TryFind(field, out var found) ? found.Count : 0;

    public ReadOnlySpan<byte> Bytes(byte field) => Definition.TryFind(field, out var found) ? _bytes.Slice(found.Offset, found.Size) : [];

    public ReadOnlySpan<byte> Bytes(FitDeveloperField field) => _bytes.Slice(field.Offset, field.Size);

    public ReadOnlySpan<byte> Bytes(int position, int size) => _bytes.Slice(position, size);

    /// <summary>The number at a place a plan knows; NaN for none.</summary>
    public double NumberAt(int position, FitBaseType type) => type.ReadOrNaN(_bytes[position..], Definition.IsBigEndian);

    public string? Text(byte field) =>
        Definition.TryFind(field, out var found) && found.Type == FitBaseType.String ? TextOf(_bytes.Slice(found.Offset, found.Size)) : null;

    /// <summary>UTF-8 up to the first NUL; some writers leave the NUL out.</summary>
    public static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
        return text.Length == 0 ? null : text;
    }

    private double? Number(FitField field, int index) =>
        field.Type.Read(_bytes[(field.Offset + (index * field.Type.Size()))..], Definition.IsBigEndian);
}
