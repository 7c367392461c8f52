namespace StravaTools.Activities.Formats.Fit;

/// <summary>Why a record stream cannot be read on.</summary>
/// <param name="What">What is wrong, as a sentence.</param>
/// <param name="Position">Where.</param>
/// <param name="IsEnd">True if the bytes ran out in the middle of a message.</param>
internal sealed record FitStreamProblem(string What, int Position, bool IsEnd);
