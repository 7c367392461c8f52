namespace StravaTools.Activities.Formats.Fit;

/// <summary>A part of a run of records: few enough to stay in the cache while its fields are read one after the other.</summary>
/// <param name="definition">Their definition.</param>
/// <param name="bytes">The messages, from the header of the first one on.</param>
/// <param name="firstPoint">The number of the first record in the file.</param>
/// <param name="count">The number of records.</param>
internal readonly ref struct FitRecordBlock(FitDefinition definition, ReadOnlySpan<byte> bytes, int firstPoint, int count)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public FitDefinition Definition { get; } = definition;

    public int FirstPoint { get; } = firstPoint;

    public int Count { get; } = count;

    public bool IsBigEndian { get; } = definition.IsBigEndian;

    /// <summary>The bytes of a message, header included.</summary>
    public int Stride { get; } = FitMessageHeader.Size + definition.Size;

    /// <summary>The bytes from a field of the first record on. The same field of the next record follows after the stride.</summary>
    public ReadOnlySpan<byte> From(in FitRecordStep step) => _bytes[(FitMessageHeader.Size + step.Position)..];

    /// <summary>One record.</summary>
    public FitRecordBlock At(int index) => new(Definition, _bytes[(index * Stride)..], FirstPoint + index, 1);
}
