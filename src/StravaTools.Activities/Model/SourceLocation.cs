namespace StravaTools.Activities.Model;

/// <summary>
/// A place in a file: line and column (from 1) of a text, or the offset of a byte (from 0). Eight bytes, since every point has one.
/// </summary>
internal readonly struct SourceLocation
{
    private readonly long _value;

    private SourceLocation(long value) => _value = value;

    /// <summary>The complete file.</summary>
    public static SourceLocation None => default;

    public int? Line => _value > 0 ? (int)(_value >> 32) : null;

    public int? Column => _value > 0 ? (int)_value : null;

    public long? Offset => _value < 0 ? ~_value : null;

    public static SourceLocation At(int line, int column) => new(((long)line << 32) | (uint)column);

    public static SourceLocation AtOffset(long offset) => new(~offset);
}
