
namespace StravaTools.Decathlon;

/// <summary>The body that replaces the photos (decathlon-photos.md, "Add photo to an activity").</summary>
internal sealed record ImagesBody(IReadOnlyList<string> Images);
