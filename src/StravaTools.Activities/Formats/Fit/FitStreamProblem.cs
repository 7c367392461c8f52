namespace StravaTools.Activities.Formats.Fit;

/// <summary>Why the messages of a file cannot be read further.</summary>
/// <param name="What">The error, as a sentence.</param>
/// <param name="Position">Where.</param>
/// <param name="IsEnd">True if the bytes ran out in the middle of a message.</param>
internal sealed record FitStreamProblem(string What, int Position, bool IsEnd);
