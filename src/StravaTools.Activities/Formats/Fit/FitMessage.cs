using System.Text;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>A data message: its bytes, read by the plan of its definition. Fields that are missing or hold the invalid value are null.</summary>
internal readonly ref struct FitMessage(FitDefinition definition, ReadOnlySpan<byte> bytes, int position, uint? compressedTimestamp)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public FitDefinition Definition => definition;

    /// <summary>Where it begins in the file.</summary>
    public SourceLocation Location => SourceLocation.AtOffset(position);

    /// <summary>Its timestamp field, else what its compressed timestamp header tells.</summary>
    public uint? Timestamp => Seconds(FitFields.Timestamp) ?? compressedTimestamp;

    public DateTimeOffset? Time => Timestamp is { } seconds ? FitTime.ToInstant(seconds) : null;

    public double? Number(byte field, int index = 0) =>
        definition.TryFind(field, out var found) && index < found.Count ? Number(found, index) : null;

    /// <summary>A number that the profile scales: stored = (value + offset) * scale.</summary>
    public double? Scaled(byte field, double scale, double offset = 0) => Number(field) is { } number ? (number / scale) - offset : null;

    public int? Whole(byte field, int index = 0) => Number(field, index) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    public uint? Seconds(byte field, int index = 0) => Number(field, index) is >= 0 and <= uint.MaxValue and var number ? (uint)number : null;

    public DateTimeOffset? Instant(byte field) => Seconds(field) is { } seconds ? FitTime.ToInstant(seconds) : null;

    /// <summary>A span of time in thousandths of a second.</summary>
    public TimeSpan? Duration(byte field) => Number(field) is >= 0 and <= uint.MaxValue and var number ? TimeSpan.FromMilliseconds(number) : null;

    public int CountOf(byte field) => definition.TryFind(field, out var found) ? found.Count : 0;

    public ReadOnlySpan<byte> Bytes(byte field) => definition.TryFind(field, out var found) ? _bytes.Slice(found.Offset, found.Size) : [];

    public ReadOnlySpan<byte> Bytes(FitDeveloperField field) => _bytes.Slice(field.Offset, field.Size);

    public string? Text(byte field) =>
        definition.TryFind(field, out var found) && found.Type == FitBaseType.String ? TextOf(_bytes.Slice(found.Offset, found.Size)) : null;

    /// <summary>UTF-8 up to the first NUL; some writers leave the NUL out.</summary>
    public static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
        return text.Length == 0 ? null : text;
    }

    private double? Number(FitField field, int index) =>
        field.Type.Read(_bytes[(field.Offset + (index * field.Type.Size()))..], definition.IsBigEndian);
}
