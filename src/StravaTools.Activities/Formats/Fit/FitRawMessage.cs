
namespace StravaTools.Activities.Formats.Fit;

/// <summary>A message as it lies in a FIT file.</summary>
/// <param name="Offset">Where it begins, header included.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Layout">The layout of a data message; null for a definition.</param>
internal readonly record struct FitRawMessage(int Offset, int Length, FitRawLayout? Layout);
