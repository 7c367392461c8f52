
namespace StravaTools.Client.Decathlon;

/// <summary>The answer to an upload (decathlon-photos.md, "Upload a photo").</summary>
internal sealed record StoredAnswer(string? Url);
