
namespace StravaTools.Http.Pictures;

/// <summary>A block of a picture. Start and length include its marker and length fields.</summary>
internal readonly record struct PictureBlock(int Kind, int Start, int Length, int PayloadStart)
{
    public int End => Start + Length;

    public ReadOnlySpan<byte> GetPayload(ReadOnlySpan<byte> bytes) => bytes[PayloadStart..End];
}
