using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>GET of the thumbnail that the API made by itself. The fake draws nothing: all of them are one small grey picture.</summary>
internal static class GetThumbnail
{
    /// <summary>A JPEG of one point.</summary>
    private static readonly byte[] Picture = [.. Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////"
        + "wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="), 0xFF, 0xD9];

    public static Response Handle() => new(StatusCodes.Status200OK, "image/jpeg", Picture);
}
