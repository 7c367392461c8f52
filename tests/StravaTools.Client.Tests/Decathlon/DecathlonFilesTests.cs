using StravaTools.Client.Tests.Support;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Decathlon;

/// <summary>What is refused before a request is spent on it, and what is sent as what.</summary>
public sealed class DecathlonFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Clause("DE-006")]
    public void A_photo_must_have_less_than_3_MB()
    {
        Assert.Equal(2_999_999, FromPicture(TestPictures.JpegOfSize(2_999_999)).Bytes.Length);
        Assert.Equal(DecathlonErrors.DecathlonPhotoTooLarge, ErrorOf(TestPictures.JpegOfSize(3_000_000)));
        Assert.Equal(DecathlonErrors.DecathlonPhotoTooLarge, ErrorOf(TestPictures.JpegOfSize(10_000_000)));
    }

    [Fact]
    public void What_is_taken_out_does_not_count()
    {
        var picture = TestPictures.Jpeg(appended: new byte[3_000_000]);

        Assert.Equal(DecathlonErrors.DecathlonPhotoTooLarge, ErrorOf(picture));
        Assert.True(FromPicture(picture, new PictureOptions { RemoveLocation = true }).Bytes.Length < 1000);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A", "a PNG picture")]
    [InlineData("000000186674797068656963", "a HEIC picture")]
    [InlineData("7465787420", "not a picture")]
    [InlineData("", "not a picture")]
    public void What_is_no_jpeg_gets_a_clear_answer(string bytes, string what)
    {
        var picture = Convert.FromHexString(bytes);
        var error = Assert.ThrowsAny<ApiException>(() => FromPicture(picture));

        Assert.Equal(ApiErrors.PictureNotJpeg, error.Error);
        Assert.Contains($"'a.jpg' is {what}", error.Message, StringComparison.Ordinal);
        var convert = new PictureOptions { ConvertToJpeg = true };
        Assert.Equal(
            what == "not a picture" ? ApiErrors.PictureNotJpeg : ApiErrors.PictureConverterMissing,
            Assert.ThrowsAny<ApiException>(() => FromPicture(picture, convert)).Error);
    }

    [Fact]
    public void A_jpeg_passes_a_conversion_as_it_is()
    {
        var file = FromPicture(TestPictures.Jpeg(), new PictureOptions { ConvertToJpeg = true });
        Assert.Equal(TestPictures.Jpeg(), file.Bytes.ToArray());
    }

    [Fact]
    public void A_truncated_jpeg_is_not_sent() => Assert.Equal(ApiErrors.PictureBroken, ErrorOf(TestPictures.Jpeg()[..^10]));

    [Theory]
    [InlineData("ride.txt", "<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'></gpx>", "ride.gpx")]
    [InlineData("walk.gpx",
        "<TrainingCenterDatabase xmlns='http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2'></TrainingCenterDatabase>", "walk.tcx")]
    [InlineData("a.xml", "  <anything/>", "a.xml")]
    [InlineData("a.bin", "[1]", "a.json")]
    public async Task The_extension_that_is_sent_fits_the_content(string name, string text, string sent)
    {
        var file = await DecathlonFiles.ReadAsync(_folder.Add(name, System.Text.Encoding.UTF8.GetBytes(text)),
            cancellationToken: Cancellation);
        Assert.Equal(sent, file.Name);
    }

    [Theory]
    [InlineData("0E10D9070000000E2E464954", "a FIT file")]
    [InlineData("1F8B0800000000000003", "gzipped")]
    [InlineData("7465787420", "of an unsupported type")]
    [InlineData("", "empty")]
    public async Task What_is_not_stored_is_said_before_it_is_sent(string bytes, string what)
    {
        var path = _folder.Add("a.gpx", Convert.FromHexString(bytes));
        var error = await AssertErrorAsync(DecathlonErrors.DecathlonFileNotTaken,
            () => DecathlonFiles.ReadAsync(path, cancellationToken: Cancellation));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_any_name_is_a_jpeg_and_loses_its_position_when_asked()
    {
        var path = _folder.Add("IMG_0001.JPG", TestPictures.JpegWithPosition());

        var file = await DecathlonFiles.ReadAsync(path, new PictureOptions { RemoveLocation = true }, Cancellation);

        Assert.Equal(("IMG_0001.jpeg", "image/jpeg"), (file.Name, file.ContentType));
        Assert.False(PictureInfo.FromBytes(file.Bytes.Span).HasLocation);
    }

    private static DecathlonFile FromPicture(byte[] bytes, PictureOptions? options = null) =>
        DecathlonFiles.FromPicture(new Picture("a.jpg", bytes), options);

    private static ErrorDescriptor ErrorOf(byte[] bytes) => Assert.ThrowsAny<ApiException>(() => FromPicture(bytes)).Error;
}
