
namespace StravaTools.Decathlon;

/// <summary>What replaces the thumbnail (decathlon-photos.md, "Change the thumbnail").</summary>
internal sealed record ThumbnailBody(string Thumbnail);
