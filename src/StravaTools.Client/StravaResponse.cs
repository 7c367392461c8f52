using System.Net;

namespace StravaTools.Client;

/// <summary>A successful answer of Strava, as it came.</summary>
/// <param name="StatusCode">Its status, 200 to 299.</param>
/// <param name="MediaType">What its body is, as application/json; null if that was not told.</param>
/// <param name="Body">Its body; empty if it has none.</param>
public sealed record StravaResponse(HttpStatusCode StatusCode, string? MediaType, ReadOnlyMemory<byte> Body);
