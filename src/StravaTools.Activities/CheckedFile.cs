namespace StravaTools.Activities;

/// <summary>One of many files that were checked.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Report">What checking it found; null if it could not be read.</param>
/// <param name="Error">Why it could not be read; null if it could.</param>
/// <param name="Sha256">The hash of its uncompressed bytes (<see cref="ActivityFile.Sha256"/>), if it was asked for.</param>
public sealed record CheckedFile(string Path, ActivityFileReport? Report, Exception? Error = null, string? Sha256 = null);
