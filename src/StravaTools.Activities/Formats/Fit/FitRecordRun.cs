namespace StravaTools.Activities.Formats.Fit;

/// <summary>Consecutive record messages of one definition.</summary>
/// <param name="Definition">Their definition.</param>
/// <param name="Position">Where the first one begins in the file, header included.</param>
/// <param name="Count">Their number.</param>
internal readonly record struct FitRecordRun(FitDefinition Definition, int Position, int Count)
{
    /// <summary>The bytes of a message, header included.</summary>
    public int Stride => FitMessageHeader.Size + Definition.Size;

    /// <summary>The end of the last message in the file.</summary>
    public int End => Position + (Count * Stride);
}
