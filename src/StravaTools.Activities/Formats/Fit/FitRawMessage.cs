namespace StravaTools.Activities.Formats.Fit;

/// <summary>The position of a message in a FIT file.</summary>
/// <param name="Offset">Where it begins, header included.</param>
/// <param name="Length">Its length in bytes, header included.</param>
/// <param name="Header">Its first byte.</param>
/// <param name="Definition">How a data message is laid out; null for a definition.</param>
internal readonly record struct FitRawMessage(int Offset, int Length, FitMessageHeader Header, FitDefinition? Definition);
