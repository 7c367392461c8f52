using System.Formats.Tar;
using StravaTools.Client.Tests.Support;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Pictures;

/// <summary>Detects picture formats, and removes every trace of the location on request.</summary>
public sealed class PictureTests
{
    [Theory]
    [InlineData("FFD8FFE0", PictureFormat.Jpeg)]
    [InlineData("89504E470D0A1A0A", PictureFormat.Png)]
    [InlineData("000000186674797068656963", PictureFormat.Heic)]
    [InlineData("000000206674797061766966", PictureFormat.Heic)]
    [InlineData("00000018667479706D703432", PictureFormat.Unknown)]
    [InlineData("4D4D002A", PictureFormat.Unknown)]
    [InlineData("", PictureFormat.Unknown)]
    public void Content_determines_the_picture_format(string bytes, PictureFormat format) =>
        Assert.Equal(format, new Picture("a.jpg", Convert.FromHexString(bytes)).Format);

    [Fact]
    public async Task Pipe_is_refused_instead_of_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems do not report the type of a file in a known form.");
        using var folder = new TemporaryFolder();
        var pipe = Path.Combine(Directory.CreateDirectory(folder.Path).FullName, "finish.jpg");
        await new PaxTarEntry(TarEntryType.Fifo, "finish.jpg").ExtractToFileAsync(pipe, overwrite: false, Cancellation);

        var error = await AssertErrorAsync(FileWithoutContent, () => PictureFiles.ReadPictureAsync(pipe, Cancellation));
        Assert.Contains("a pipe", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Size_orientation_and_position_flag_of_a_JPEG_are_read(bool isBigEndian)
    {
        var info = PictureInfo.FromBytes(TestPictures.JpegWithPosition(isBigEndian));

        Assert.Equal(new PictureInfo
        {
            Format = PictureFormat.Jpeg,
            Width = 1,
            Height = 1,
            Orientation = 6,
            HasLocation = true,
            IsComplete = true
        }, info);
        Assert.Equal(info with { Orientation = null, HasLocation = false }, PictureInfo.FromBytes(TestPictures.Jpeg()));
    }

    [Fact]
    public void Size_orientation_and_position_flag_of_a_PNG_are_read()
    {
        var info = PictureInfo.FromBytes(TestPictures.Png(("eXIf", TestPictures.Tiff())));

        Assert.Equal(new PictureInfo
        {
            Format = PictureFormat.Png,
            Width = 2,
            Height = 3,
            Orientation = 6,
            HasLocation = true,
            IsComplete = true
        }, info);
    }

    [Fact]
    public void Picture_truncated_at_any_byte_is_incomplete()
    {
        foreach (var complete in new[] { TestPictures.JpegWithPosition(), TestPictures.Png(("eXIf", TestPictures.Tiff())) })
        {
            Assert.True(PictureInfo.FromBytes(complete).IsComplete);
            Assert.All(Enumerable.Range(0, complete.Length),
                length => Assert.False(PictureInfo.FromBytes(complete.AsSpan(0, length)).IsComplete));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Position_is_removed_and_other_EXIF_data_is_unchanged(bool isBigEndian)
    {
        var picture = TestPictures.JpegWithPosition(isBigEndian);
        Assert.True(picture.Contains(TestPictures.Latitude));

        var result = Remove(picture);

        Assert.Equal(picture.Length, result.Length);
        Assert.False(result.Contains(TestPictures.Latitude));
        Assert.True(result.Contains("Maker"u8));
        Assert.Equal(PictureInfo.FromBytes(picture) with { HasLocation = false }, PictureInfo.FromBytes(result));
        Assert.Equal(result, Remove(result));
    }

    [Fact]
    public void Blocks_that_may_repeat_the_location_are_removed()
    {
        byte[] place = System.Text.Encoding.ASCII.GetBytes(TestPictures.Place);
        var profile = TestPictures.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9]);
        var picture = TestPictures.Jpeg(
            [
                TestPictures.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. place]),
                TestPictures.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. place]),
                TestPictures.Segment(0xE2, [.. "MPF\0"u8, 1]),
                profile,
            ],
            appended: TestPictures.JpegWithPosition());

        var result = Remove(picture);

        Assert.Equal(TestPictures.Jpeg([profile]), result);
    }

    [Fact]
    public void Unreadable_EXIF_block_is_removed_completely()
    {
        var tiff = TestPictures.Tiff();
        // The values of the position are outside of the block, and its directory does not exist.
        tiff[120 + 2 + 12 + 8] = tiff[120 + 2 + 12 + 9] = 0xFF;

        var result = Remove(TestPictures.Jpeg([TestPictures.Exif(tiff)]));

        Assert.Equal(TestPictures.Jpeg(), result);
    }

    [Fact]
    public void PNG_loses_position_and_texts_and_has_valid_checksums()
    {
        var picture = TestPictures.Png(("eXIf", TestPictures.Tiff()), ("iTXt", System.Text.Encoding.ASCII.GetBytes(TestPictures.Place)),
            ("gAMA", [0, 0, 1, 2]));

        var result = Remove(picture);

        Assert.False(result.Contains(TestPictures.Latitude));
        Assert.False(result.Contains("Zurich"u8));
        Assert.Equal(PictureInfo.FromBytes(picture) with { HasLocation = false }, PictureInfo.FromBytes(result));
        Assert.Equal(PngWith(result), result);
    }

    [Fact]
    public void Incomplete_picture_is_an_error()
    {
        var complete = TestPictures.JpegWithPosition();
        Assert.Equal(ApiErrors.PictureBroken, ErrorOf(complete[..^40]));
        Assert.Equal(ApiErrors.PhotoNotAPicture, ErrorOf("text"u8.ToArray()));
    }

    [Fact]
    public void Damaged_picture_never_throws_or_keeps_a_readable_position()
    {
        var random = new Random(20260115);
        foreach (var complete in new[] { TestPictures.JpegWithPosition(), TestPictures.JpegWithPosition(isBigEndian: true),
            TestPictures.Png(("eXIf", TestPictures.Tiff())) })
        {
            for (var i = 0; i < 20_000; i++)
            {
                var bytes = (byte[])complete.Clone();
                for (var changes = random.Next(1, 6); changes > 0; changes--)
                {
                    // Counts, offsets, and lengths consist of small numbers and FF.
                    bytes[random.Next(3, bytes.Length)] = random.Next(3) switch
                    {
                        0 => 0xFF,
                        1 => (byte)random.Next(40),
                        _ =>
                        (byte)random.Next(256)
                    };
                }

                Check(bytes);
            }
        }
    }

    private static void Check(byte[] bytes)
    {
        PictureInfo.FromBytes(bytes);
        try
        {
            Assert.False(PictureInfo.FromBytes(Remove(bytes)).HasLocation, Convert.ToHexString(bytes));
        }
        catch (ApiException e)
        {
            Assert.Contains(e.Error, new[] { ApiErrors.PictureBroken, ApiErrors.PhotoNotAPicture });
        }
    }

    /// <summary>Returns the picture with all checksums recomputed.</summary>
    private static byte[] PngWith(byte[] png)
    {
        var copy = (byte[])png.Clone();
        for (var position = 8; position < copy.Length;)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(copy.AsSpan(position));
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(
                copy.AsSpan(position + 8 + length), TestPictures.Crc32(copy.AsSpan(position + 4, length + 4)));
            position += length + 12;
        }

        return copy;
    }

    private static byte[] Remove(byte[] bytes) => PictureLocation.Remove(new Picture("a.jpg", bytes)).Bytes.ToArray();

    private static ErrorDescriptor ErrorOf(byte[] bytes) => Assert.Throws<ApiException>(() => Remove(bytes)).Error;
}
