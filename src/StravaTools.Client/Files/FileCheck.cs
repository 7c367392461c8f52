using StravaTools.Activities;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Files;

/// <summary>The result for one file of <see cref="FileChecks"/>.</summary>
/// <param name="Path">The path, as specified.</param>
/// <param name="Report">The validation report; null if the file could not be read.</param>
/// <param name="Error">
/// Why the file could not be read: <see cref="ApiErrors.FileNotFound"/>, <see cref="ApiErrors.PathIsDirectory"/> or
/// <see cref="ApiErrors.FileNotReadable"/>; null if it was read.
/// </param>
public sealed record FileCheck(string Path, ActivityFileReport? Report, ApiException? Error);
