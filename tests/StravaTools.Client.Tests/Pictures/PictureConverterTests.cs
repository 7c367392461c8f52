using System.Diagnostics;
using StbImageSharp;
using StbImageWriteSharp;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;

namespace StravaTools.Client.Tests.Pictures;

/// <summary>Conversion to JPEG and reduction. The pixels are checked with another decoder.</summary>
public sealed class PictureConverterTests
{
    private const int Tolerance = 12;

    [Fact]
    public void Png_becomes_a_jpeg_with_the_same_pixels()
    {
        var (left, right) = (((byte)200, (byte)30, (byte)60, (byte)255), ((byte)20, (byte)90, (byte)220, (byte)255));
        var png = TestPictures.PngOf(64, 32, (x, _) => x < 32 ? left : right);

        var jpeg = PictureConverter.ToJpeg(new Picture("a.png", png));

        Assert.Equal((PictureFormat.Jpeg, "a.jpeg"), (jpeg.Format, jpeg.Name));
        var image = Decode(jpeg);
        Assert.Equal((64, 32), (image.Width, image.Height));
        AssertColor(image, 8, 16, (200, 30, 60));
        AssertColor(image, 56, 16, (20, 90, 220));
    }

    [Fact]
    public void Transparent_areas_become_white()
    {
        var png = TestPictures.PngOf(32, 32, (x, _) => ((byte)0, (byte)0, (byte)0, x < 16 ? (byte)0 : (byte)128));

        var image = Decode(PictureConverter.ToJpeg(new Picture("a.png", png)));

        AssertColor(image, 4, 16, (255, 255, 255));
        AssertColor(image, 27, 16, (127, 127, 127));
    }

    [Fact]
    public void Each_pixel_of_a_smaller_picture_is_the_average_of_its_area()
    {
        // A checkerboard of single pixels: taking every second pixel would give black or white.
        var board = new PixelGrid([.. Enumerable.Range(0, 90 * 60).SelectMany(Cell)], 90, 60);

        var small = board.ScaleTo(37, 25);

        Assert.Equal((37, 25), (small.Width, small.Height));
        Assert.All(small.Bytes.Chunk(4), pixel => Assert.InRange(pixel[0], 100, 155));
        Assert.Equal(127.5, small.Bytes.Chunk(4).Average(pixel => pixel[0]), 1.0);

        static byte[] Cell(int index) =>
            ((index % 90) + (index / 90)) % 2 == 0 ? [0, 0, 0, 255] : [255, 255, 255, 255];
    }

    [Theory]
    [InlineData(1, "0123")]
    [InlineData(2, "1032")]
    [InlineData(3, "3210")]
    [InlineData(4, "2301")]
    [InlineData(5, "0213")]
    [InlineData(6, "2031")]
    [InlineData(7, "3120")]
    [InlineData(8, "1302")]
    [InlineData(9, "0123")]
    public void Picture_is_turned_as_its_orientation_says(int orientation, string shown)
    {
        // Four corners in reading order; EXIF 2.32, tag 0x0112, defines where each is shown.
        var corners = new PixelGrid([.. Enumerable.Range(0, 4).SelectMany(i => new byte[] { (byte)i, 0, 0, 255 })], 2, 2, orientation);

        Assert.Equal(shown, string.Concat(corners.ScaleTo(2, 2).Bytes.Chunk(4).Select(pixel => pixel[0])));
    }

    [Fact]
    public void Orientation_of_a_jpeg_is_applied_and_its_location_is_dropped()
    {
        // Orientation 6: the top is stored at the left.
        var stored = JpegOf(400, 200, (x, _) => x < 200 ? (byte)250 : (byte)10);
        byte[] turned = [.. stored[..2], .. TestPictures.Exif(TestPictures.Tiff()), .. stored[2..]];

        var small = PictureConverter.Shrink(new Picture("a.jpg", turned), 1200);

        Assert.True(small.Bytes.Length < 1200);
        Assert.False(small.Bytes.ToArray().Contains(TestPictures.Latitude));
        var image = Decode(small);
        Assert.True(image.Height > image.Width);
        Assert.True(RedAt(image, image.Width / 2, 1) > 200);
        Assert.True(RedAt(image, image.Width / 2, image.Height - 2) < 60);
    }

    [Fact]
    public void Large_picture_becomes_smaller_than_the_limit_and_not_much_smaller()
    {
        var small = PictureConverter.Shrink(new Picture("a.png", TestPictures.NoisyPng(900, 700)), 300_000);

        Assert.InRange(small.Bytes.Length, 200_000, 299_999);
        var image = Decode(small);
        Assert.Equal(900 / 700.0, (double)image.Width / image.Height, 0.02);
    }

    [Fact]
    public void Jpeg_that_is_small_enough_is_unchanged()
    {
        var picture = new Picture("a.jpg", TestPictures.Jpeg());

        Assert.Same(picture, PictureConverter.ToJpeg(picture));
        Assert.Same(picture, PictureConverter.Shrink(picture, 1000));
    }

    [Fact]
    public void Truncated_picture_is_refused()
    {
        var png = TestPictures.NoisyPng(50, 50);
        var jpeg = JpegOf(200, 200, (x, y) => (byte)(x * y));

        Assert.Equal(ApiErrors.PictureBroken, ErrorOf(png[..^20]));
        Assert.Equal(ApiErrors.PictureBroken, ErrorOf([.. jpeg[..(jpeg.Length / 2)]]));
        // All chunks are complete, but the image data is not.
        Assert.Equal(ApiErrors.PictureBroken, ErrorOf(TestPictures.Png()));
    }

    [Fact]
    public void Picture_with_too_many_pixels_is_refused_before_it_is_decoded()
    {
        var png = TestPictures.PngOf(1, 1, (_, _) => default);
        // The header says 40,000 x 40,000.
        byte[] huge = [.. png[..16], 0, 0, 0x9C, 0x40, 0, 0, 0x9C, 0x40, .. png[24..]];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(ApiErrors.PictureTooManyPixels, ErrorOf(huge));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Theory]
    [InlineData("000000186674797068656963", nameof(ApiErrors.PictureHeic))]
    [InlineData("7465787420", nameof(ApiErrors.PhotoNotAPicture))]
    public void Other_files_are_refused(string bytes, string error) => Assert.Equal(error, ErrorOf(Convert.FromHexString(bytes)).Id);

    [Fact]
    public void Damaged_pictures_end_in_PictureBroken_or_a_picture()
    {
        var random = new Random(5);
        var originals = new[] { TestPictures.NoisyPng(20, 20), JpegOf(40, 40, (x, y) => (byte)(x * y)) };
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < 400; i++)
        {
            var bytes = originals[i % 2].ToArray();
            for (var change = 0; change < 3; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                PictureConverter.Shrink(new Picture("a", bytes), 1000);
            }
            catch (ApiException e)
            {
                Assert.Contains(e.Code, new[] { "PictureBroken", "PictureTooManyPixels", "PhotoNotAPicture" });
            }
        }

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30));
    }

    private static ErrorDescriptor ErrorOf(byte[] bytes) =>
        Assert.Throws<ApiException>(() => PictureConverter.Shrink(new Picture("a.jpg", bytes), 1000)).Error;

    private static ImageResult Decode(Picture picture) =>
        ImageResult.FromMemory(picture.Bytes.ToArray(), StbImageSharp.ColorComponents.RedGreenBlue);

    private static byte RedAt(ImageResult image, int x, int y) => image.Data[((y * image.Width) + x) * 3];

    private static void AssertColor(ImageResult image, int x, int y, (int Red, int Green, int Blue) expected)
    {
        var pixel = image.Data.AsSpan(((y * image.Width) + x) * 3, 3);
        Assert.InRange(pixel[0], expected.Red - Tolerance, expected.Red + Tolerance);
        Assert.InRange(pixel[1], expected.Green - Tolerance, expected.Green + Tolerance);
        Assert.InRange(pixel[2], expected.Blue - Tolerance, expected.Blue + Tolerance);
    }

    private static byte[] JpegOf(int width, int height, Func<int, int, byte> gray)
    {
        var pixels = new byte[width * height * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = gray(i / 3 % width, i / 3 / width);
        }

        using var stream = new MemoryStream();
        new ImageWriter().WriteJpg(pixels, width, height, StbImageWriteSharp.ColorComponents.RedGreenBlue, stream, 95);
        return stream.ToArray();
    }
}
