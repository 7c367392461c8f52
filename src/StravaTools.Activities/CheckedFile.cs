namespace StravaTools.Activities;

/// <summary>The result for one of many files.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Report">The report; null if the file could not be read.</param>
/// <param name="Error">Why the file could not be read; null if it could.</param>
/// <param name="Sha256">
/// The hash of its uncompressed bytes (<see cref="ActivityFile.Sha256"/>), if it was requested and the file is not too large to be read.
/// </param>
public sealed record CheckedFile(string Path, ActivityFileReport? Report, Exception? Error = null, string? Sha256 = null);
