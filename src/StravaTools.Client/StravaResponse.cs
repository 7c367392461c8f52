using System.Net;

namespace StravaTools.Client;

/// <summary>An unmodified successful response from Strava.</summary>
/// <param name="StatusCode">The status, 200 to 299.</param>
/// <param name="MediaType">The media type, such as application/json; null if the response does not specify it.</param>
/// <param name="Body">The body; may be empty.</param>
public sealed record StravaResponse(HttpStatusCode StatusCode, string? MediaType, ReadOnlyMemory<byte> Body);
