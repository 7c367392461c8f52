using StravaTools.Activities;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Files;

/// <summary>The answer for one of the files of a <see cref="FileChecks"/>.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Report">What checking it found; null if it could not be read.</param>
/// <param name="Error">
/// Why it could not be read: <see cref="ApiErrors.FileNotFound"/>, <see cref="ApiErrors.PathIsDirectory"/> or
/// <see cref="ApiErrors.FileNotReadable"/>; null if it could.
/// </param>
public sealed record FileCheck(string Path, ActivityFileReport? Report, ApiException? Error);
