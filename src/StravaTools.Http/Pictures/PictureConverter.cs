using StbImageSharp;
using StbImageWriteSharp;
using StravaTools.Http.Errors;

namespace StravaTools.Http.Pictures;

/// <summary>
/// Converts pictures to JPEG and makes them smaller. The orientation of the EXIF data is applied, transparent areas become white, and all
/// metadata, including the location, is dropped.
/// </summary>
public static class PictureConverter
{
    /// <summary>The maximum number of pixels, which take four bytes each in memory. Larger pictures are not decoded.</summary>
    public const int MaxPixels = 64_000_000;

    private const int Quality = 90;

    /// <summary>Each attempt is smaller than the last, so a few are enough.</summary>
    private const int MaxAttempts = 12;

    /// <summary>Converts a PNG to JPEG. A JPEG is returned unchanged.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.PhotoNotAPicture"/>, <see cref="ApiErrors.PictureHeic"/>, <see cref="ApiErrors.PictureBroken"/>, or
    /// <see cref="ApiErrors.PictureTooManyPixels"/>.
    /// </exception>
    public static Picture ToJpeg(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Format == PictureFormat.Jpeg)
        {
            return picture;
        }

        var pixels = Decode(picture);
        return new Picture(Path.ChangeExtension(picture.Name, ".jpeg"), Encode(pixels.ScaleTo(pixels.Width, pixels.Height)));
    }

    /// <summary>Makes a picture smaller than a number of bytes, as JPEG. A JPEG that is small enough is returned unchanged.</summary>
    /// <param name="picture">A JPEG or PNG.</param>
    /// <param name="maxBytes">The limit, which the result is below.</param>
    /// <exception cref="ApiException">As for <see cref="ToJpeg"/>.</exception>
    public static Picture Shrink(Picture picture, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1000);
        if (picture.Format == PictureFormat.Jpeg && picture.Bytes.Length < maxBytes)
        {
            return picture;
        }

        var pixels = Decode(picture);
        var bytes = Encode(pixels.ScaleTo(pixels.Width, pixels.Height));
        var scale = 1.0;
        for (var attempt = 0; bytes.Length >= maxBytes && attempt < MaxAttempts; attempt++)
        {
            // The size is nearly proportional to the number of pixels; small pictures have more detail per pixel.
            scale *= Math.Min(0.9, 0.95 * Math.Sqrt((double)maxBytes / bytes.Length));
            bytes = Encode(pixels.ScaleTo((int)(pixels.Width * scale), (int)(pixels.Height * scale)));
        }

        return new Picture(Path.ChangeExtension(picture.Name, ".jpeg"), bytes);
    }

    private static PixelGrid Decode(Picture picture)
    {
        var info = CheckContent(picture);
        try
        {
            var image = ImageResult.FromMemory(picture.Bytes.ToArray(), StbImageSharp.ColorComponents.RedGreenBlueAlpha);
            return new PixelGrid(image.Data, image.Width, image.Height, info.Orientation ?? 1);
        }
        catch (Exception e) when (e is InvalidOperationException or IndexOutOfRangeException or ArgumentException or NullReferenceException)
        {
            throw new ApiException(ApiErrors.PictureBroken, e, picture.Name);
        }
    }

    /// <summary>Refuses a picture before any memory is used for its pixels.</summary>
    private static PictureInfo CheckContent(Picture picture)
    {
        var info = PictureInfo.FromBytes(picture.Bytes.Span);
        if (!picture.IsJpegOrPng)
        {
            throw new ApiException(picture.Format == PictureFormat.Heic ? ApiErrors.PictureHeic : ApiErrors.PhotoNotAPicture, picture.Name);
        }

        if (info is not { IsComplete: true, Width: > 0 and var width, Height: > 0 and var height })
        {
            throw new ApiException(ApiErrors.PictureBroken, picture.Name);
        }

        if ((long)width * height > MaxPixels)
        {
            throw new ApiException(ApiErrors.PictureTooManyPixels, picture.Name, width, height, MaxPixels);
        }

        return info;
    }

    private static byte[] Encode(PixelGrid pixels)
    {
        using var result = new MemoryStream();
        new ImageWriter().WriteJpg(
            pixels.Bytes, pixels.Width, pixels.Height, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha, result, Quality);
        return result.ToArray();
    }
}
