using StravaTools.Client.Tests.Support;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Decathlon;

/// <summary>Files are rejected before any request, or sent with the matching type.</summary>
public sealed class DecathlonFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Clause("DE-006")]
    public void Photo_must_be_smaller_than_3_MB()
    {
        Assert.Equal(2_999_999, FromPicture(TestPictures.JpegOfSize(2_999_999)).Bytes.Length);
        Assert.Equal(DecathlonErrors.DecathlonPhotoTooLarge, ErrorOf<DecathlonException>(TestPictures.JpegOfSize(3_000_000)));
        Assert.Equal(DecathlonErrors.DecathlonPhotoTooLarge, ErrorOf<DecathlonException>(TestPictures.JpegOfSize(10_000_000)));
    }

    [Fact]
    public void Removed_location_does_not_count_toward_the_limit()
    {
        var picture = TestPictures.Jpeg(appended: new byte[3_000_000]);

        Assert.Equal(DecathlonErrors.DecathlonPhotoTooLarge, ErrorOf<DecathlonException>(picture));
        Assert.True(FromPicture(picture, new PictureOptions { RemoveLocation = true }).Bytes.Length < 1000);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A", "a PNG picture", "PictureNotJpeg", "PictureBroken")]
    [InlineData("000000186674797068656963", "a HEIC picture", "PictureHeic", "PictureHeic")]
    [InlineData("7465787420", "not a picture", "PictureNotJpeg", "PictureNotJpeg")]
    [InlineData("", "not a picture", "PictureNotJpeg", "PictureNotJpeg")]
    public void File_that_is_not_a_JPEG_is_rejected(string bytes, string what, string error, string errorOfConversion)
    {
        var picture = Convert.FromHexString(bytes);
        var failure = Assert.Throws<ApiException>(() => FromPicture(picture));

        Assert.Equal(error, failure.Code);
        Assert.Contains($"'a.jpg' is {what}", failure.Message, StringComparison.Ordinal);
        var convert = new PictureOptions { ConvertToJpeg = true };
        Assert.Equal(errorOfConversion, Assert.Throws<ApiException>(() => FromPicture(picture, convert)).Code);
    }

    [Fact]
    public void PNG_is_converted_and_made_smaller()
    {
        var options = new PictureOptions { ConvertToJpeg = true, MaxSize = 20_000 };

        var file = FromPicture(TestPictures.NoisyPng(300, 200), options);

        Assert.Equal("image/jpeg", file.ContentType);
        Assert.InRange(file.Bytes.Length, 1, 19_999);
        Assert.Equal(PictureFormat.Jpeg, new Picture("a", file.Bytes).Format);
    }

    [Fact]
    public void JPEG_is_unchanged_by_a_conversion()
    {
        var file = FromPicture(TestPictures.Jpeg(), new PictureOptions { ConvertToJpeg = true });
        Assert.Equal(TestPictures.Jpeg(), file.Bytes.ToArray());
    }

    [Fact]
    public void Truncated_JPEG_is_not_sent() => Assert.Equal(ApiErrors.PictureBroken, ErrorOf<ApiException>(TestPictures.Jpeg()[..^10]));

    [Theory]
    [InlineData("ride.txt", "<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'></gpx>", "ride.gpx")]
    [InlineData("walk.gpx",
        "<TrainingCenterDatabase xmlns='http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2'></TrainingCenterDatabase>", "walk.tcx")]
    [InlineData("a.xml", "  <anything/>", "a.xml")]
    [InlineData("a.bin", "[1]", "a.json")]
    public async Task Sent_extension_matches_the_content(string name, string text, string sent)
    {
        var file = await DecathlonFiles.ReadAsync(_folder.Add(name, System.Text.Encoding.UTF8.GetBytes(text)),
            cancellationToken: Cancellation);
        Assert.Equal(sent, file.Name);
    }

    [Theory]
    [InlineData("0E10D9070000000E2E464954", "a FIT file")]
    [InlineData("1F8B0800000000000003", "gzipped")]
    [InlineData("7465787420", "of an unsupported type")]
    [InlineData("20", "empty")]
    public async Task Unsupported_file_is_rejected_before_it_is_sent(string bytes, string what)
    {
        var path = _folder.Add("a.gpx", Convert.FromHexString(bytes));
        var error = await AssertErrorAsync(DecathlonErrors.DecathlonFileNotTaken,
            () => DecathlonFiles.ReadAsync(path, cancellationToken: Cancellation));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_without_a_byte_is_not_opened()
    {
        var path = _folder.Add("a.gpx", []);
        var error = await AssertErrorAsync(FileWithoutContent, () => DecathlonFiles.ReadAsync(path, cancellationToken: Cancellation));
        Assert.Contains("it is empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JPEG_with_any_name_loses_its_position_on_request()
    {
        var path = _folder.Add("IMG_0001.JPG", TestPictures.JpegWithPosition());

        var file = await DecathlonFiles.ReadAsync(path, new PictureOptions { RemoveLocation = true }, Cancellation);

        Assert.Equal(("IMG_0001.jpeg", "image/jpeg"), (file.Name, file.ContentType));
        Assert.False(PictureInfo.FromBytes(file.Bytes.Span).HasLocation);
    }

    private static DecathlonFile FromPicture(byte[] bytes, PictureOptions? options = null) =>
        DecathlonFiles.FromPicture(new Picture("a.jpg", bytes), options);

    private static ErrorDescriptor ErrorOf<TException>(byte[] bytes)
        where TException : ApiException => Assert.Throws<TException>(() => FromPicture(bytes)).Error;
}
