
namespace StravaTools.Decathlon;

/// <summary>The body that replaces the thumbnail (decathlon-photos.md, "Change the thumbnail").</summary>
internal sealed record ThumbnailBody(string Thumbnail);
