
namespace StravaTools.Http.Pictures;

/// <summary>A block of a picture: where it begins with its marker or length, and how long it is with all of that.</summary>
internal readonly record struct PictureBlock(int Kind, int Start, int Length, int PayloadStart)
{
    public int End => Start + Length;

    public ReadOnlySpan<byte> GetPayload(ReadOnlySpan<byte> bytes) => bytes[PayloadStart..End];
}
