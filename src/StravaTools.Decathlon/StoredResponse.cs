
namespace StravaTools.Decathlon;

/// <summary>The response to an upload (decathlon-photos.md, "Upload a photo").</summary>
internal sealed record StoredResponse(string? Url);
