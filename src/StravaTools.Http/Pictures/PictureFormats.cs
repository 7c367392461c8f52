namespace StravaTools.Http.Pictures;

internal static class PictureFormats
{
    /// <summary>The brands of the HEIF family in the first box (ISO 23008-12, annex B).</summary>
    private static ReadOnlySpan<byte> HeifBrands => "heic heix heim heis hevc hevx mif1 msf1 avif avis "u8;

    public static PictureFormat DetectFormat(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            return PictureFormat.Jpeg;
        }

        if (bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return PictureFormat.Png;
        }

        if (bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) && IsBrand(bytes[8..12]))
        {
            return PictureFormat.Heic;
        }

        return PictureFormat.Unknown;
    }

    private static bool IsBrand(ReadOnlySpan<byte> brand)
    {
        for (var i = 0; i < HeifBrands.Length; i += 5)
        {
            if (HeifBrands[i..(i + 4)].SequenceEqual(brand))
            {
                return true;
            }
        }

        return false;
    }
}
