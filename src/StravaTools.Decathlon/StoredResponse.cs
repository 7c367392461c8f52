
namespace StravaTools.Decathlon;

/// <summary>The answer to an upload (decathlon-photos.md, "Upload a photo").</summary>
internal sealed record StoredResponse(string? Url);
