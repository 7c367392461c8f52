using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>GET of a thumbnail that the API generated. All thumbnails of the fake are the same small gray picture.</summary>
internal static class GetThumbnail
{
    /// <summary>A JPEG of one pixel.</summary>
    private static readonly byte[] Picture = [.. Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////"
        + "wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="), 0xFF, 0xD9];

    public static Response Handle() => new(StatusCodes.Status200OK, "image/jpeg", Picture);
}
