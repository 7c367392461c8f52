using StravaTools.Client.Tests.Support;
using StravaTools.Decathlon;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Errors;
using static StravaTools.Client.Tests.Support.Clients;
using static StravaTools.Client.Tests.Support.Decathlons;

namespace StravaTools.Client.Tests.Decathlon;

/// <summary>Existing photos and thumbnails are not lost, and stored files are not sent twice.</summary>
public sealed class DecathlonPhotosTests : IDisposable
{
    private const string First = "https://example.com/%C3%A9?a=1&b=%20", Second = "https://example.com/2", Third = "https://example.com/3";
    private static readonly PictureOptions AsIs = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Clause("DE-003")]
    public async Task Added_photos_leave_existing_ones_unchanged()
    {
        await using var fake = await StartAsync([First]);

        var activity =
            await new DecathlonPhotos(Decathlons.For(fake)).AddAsync(ActivityId, [Second, Third, Second], cancellationToken: Cancellation);

        Assert.Equal([First, Second, Third], activity.Images);
        Assert.Equal([First, Second, Third], fake.Decathlon.Activity(ActivityId).Images);
    }

    [Fact]
    public async Task Replace_removes_existing_photos()
    {
        await using var fake = await StartAsync([First, Second]);

        await new DecathlonPhotos(Decathlons.For(fake)).AddAsync(ActivityId, [Third], replace: true, Cancellation);

        Assert.Equal([Third], fake.Decathlon.Activity(ActivityId).Images);
    }

    [Fact]
    public async Task Existing_photo_is_not_written_again()
    {
        await using var fake = await StartAsync([First, Second]);

        await new DecathlonPhotos(Decathlons.For(fake)).AddAsync(ActivityId, [First], cancellationToken: Cancellation);

        Assert.DoesNotContain(fake.Requests, request => request.Method == "PUT");
    }

    [Fact]
    public async Task Lost_race_is_reported()
    {
        await using var fake = await StartAsync([First]);
        // Another client, which read the list earlier, writes right after this one.
        var client = Decathlons.For(fake, completed: request =>
        {
            if (request.Method == "PUT")
            {
                fake.Decathlon.Change(ActivityId, activity => activity with { Images = [First, Third] });
            }
        });

        var error = await AssertErrorAsync(
            DecathlonErrors.DecathlonRaceLost,
            () => new DecathlonPhotos(client).AddAsync(ActivityId, [Second], cancellationToken: Cancellation));

        Assert.Contains(Second, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_are_stored_one_by_one_and_added_with_one_write()
    {
        await using var fake = await StartAsync([First]);
        var group = new DecathlonPhotoGroup(Decathlons.For(fake), ActivityId, replace: false);
        await group.StoreAsync(_folder.Add("a.jpg", TestPictures.Jpeg()), AsIs, Cancellation);
        group.AddPhoto(Third);
        await group.StoreAsync(_folder.Add("b.jpg", TestPictures.JpegWithPosition()), AsIs, Cancellation);

        var (added, errors) = await group.AttachAsync(Cancellation);

        Assert.Empty(errors);
        Assert.Equal([4, 4, 4], added.Select(photo => photo.PhotoCount));
        Assert.Equal([First, .. added.Select(photo => photo.Url)], fake.Decathlon.Activity(ActivityId).Images);
        Assert.Single(fake.Requests, request => request.Method == "PUT");
        Assert.Equal(TestPictures.Jpeg(), fake.Decathlon.StoredFiles[0].Bytes.ToArray());
    }

    [Fact]
    public async Task Failure_after_storing_a_file_reports_its_address()
    {
        await using var fake = await StartAsync([], new FakeDecathlonFault(FakeDecathlonOperation.Write, 503));
        var group = new DecathlonPhotoGroup(Decathlons.For(fake), ActivityId, replace: false);
        await group.StoreAsync(_folder.Add("a.jpg", TestPictures.Jpeg()), AsIs, Cancellation);

        var error = Assert.IsType<DecathlonException>(Assert.Single((await group.AttachAsync(Cancellation)).Errors));

        Assert.Equal(DecathlonErrors.DecathlonStoredOnly, error.Error);
        Assert.EndsWith(Assert.Single(fake.Decathlon.StoredFiles).Key, error.StoredUrl!.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(error.StoredUrl.AbsoluteUri, error.Message, StringComparison.Ordinal);
        Assert.Contains("503", error.Message, StringComparison.Ordinal);

        var again = new DecathlonPhotoGroup(Decathlons.For(fake), ActivityId, replace: false);
        again.AddPhoto(error.StoredUrl.OriginalString);
        Assert.Single((await again.AttachAsync(Cancellation)).Added);
        Assert.Single(fake.Decathlon.StoredFiles);
    }

    [Fact]
    public async Task Nothing_is_stored_for_an_unknown_activity()
    {
        await using var fake = await StartAsync([]);
        var group = new DecathlonPhotoGroup(Decathlons.For(fake), "eu000", replace: false);
        var path = _folder.Add("a.jpg", TestPictures.Jpeg());

        await AssertErrorAsync(DecathlonErrors.DecathlonNotFound, () => group.StoreAsync(path, AsIs, Cancellation));
        await AssertErrorAsync(DecathlonErrors.DecathlonNotFound, () => group.StoreAsync(path, AsIs, Cancellation));

        Assert.Empty(fake.Decathlon.StoredFiles);
        Assert.Single(fake.Requests);
    }

    [Fact]
    public async Task Nothing_is_replaced_if_a_picture_is_missing()
    {
        await using var fake = await StartAsync([First]);
        var group = new DecathlonPhotoGroup(Decathlons.For(fake), ActivityId, replace: true);
        await group.StoreAsync(_folder.Add("a.jpg", TestPictures.Jpeg()), AsIs, Cancellation);
        await AssertErrorAsync(ApiErrors.PictureNotJpeg,
            () => group.StoreAsync(_folder.Add("b.jpg", "text"u8.ToArray()), AsIs, Cancellation));

        var error = Assert.Single((await group.AttachAsync(Cancellation)).Errors);

        Assert.Equal(DecathlonErrors.DecathlonStoredOnly, error.Error);
        Assert.Contains("not all new pictures", error.Message, StringComparison.Ordinal);
        Assert.Equal([First], fake.Decathlon.Activity(ActivityId).Images);
    }

    [Fact]
    [Clause("DE-002", "DE-022")]
    public async Task Previous_thumbnail_becomes_a_photo_before_the_change()
    {
        await using var fake = await StartAsync([First]);
        var old = fake.Decathlon.Activity(ActivityId).Thumbnail;

        var result = await new DecathlonThumbnails(Decathlons.For(fake)).SetAsync(
            new DecathlonThumbnailRequest { ActivityId = ActivityId, Picture = Photo }, Cancellation);

        var after = fake.Decathlon.Activity(ActivityId);
        Assert.Equal((old, after.Thumbnail), (result.PreviousThumbnail, result.Thumbnail));
        Assert.Equal([First, old!], after.Images);
        Assert.Equal(["PUT", "POST", "PUT"], fake.Requests.Where(request => request.Method != "GET").Select(request => request.Method));
    }

    [Fact]
    public async Task Previous_thumbnail_is_saved_to_a_file_without_overwriting()
    {
        await using var fake = await StartAsync([]);
        var path = _folder.Add("taken.jpg", []);
        var request = new DecathlonThumbnailRequest
        {
            ActivityId = ActivityId,
            Url = Second,
            Saving = DecathlonThumbnailSaving.ToFile,
            SaveTo = path
        };
        var thumbnails = new DecathlonThumbnails(Decathlons.For(fake));

        await AssertErrorAsync(ApiErrors.FileExists, () => thumbnails.SetAsync(request, Cancellation));
        Assert.Empty(fake.Requests);

        await thumbnails.SetAsync(request with { Overwrite = true }, Cancellation);
        Assert.Equal(0xFF, (await File.ReadAllBytesAsync(path, Cancellation))[0]);
        Assert.Equal(Second, fake.Decathlon.Activity(ActivityId).Thumbnail);
        Assert.Empty(fake.Decathlon.Activity(ActivityId).Images);
    }

    [Fact]
    public async Task Nothing_changes_if_the_previous_thumbnail_cannot_be_saved()
    {
        await using var fake = await StartAsync([], new FakeDecathlonFault(FakeDecathlonOperation.Write, 500));
        var old = fake.Decathlon.Activity(ActivityId).Thumbnail;
        var thumbnails = new DecathlonThumbnails(Decathlons.For(fake));
        var request = new DecathlonThumbnailRequest { ActivityId = ActivityId, Picture = Photo };

        await AssertErrorAsync<DecathlonException>(ApiErrors.ServerFailed, () => thumbnails.SetAsync(request, Cancellation));
        var nowhere = request with { Saving = DecathlonThumbnailSaving.ToFile, SaveTo = Path.Combine(_folder.Path, "missing", "a.jpg") };
        await AssertErrorAsync(ApiErrors.FileNotWritable, () => thumbnails.SetAsync(nowhere, Cancellation));

        Assert.Equal(old, fake.Decathlon.Activity(ActivityId).Thumbnail);
        Assert.Empty(fake.Decathlon.StoredFiles);
    }

    [Fact]
    public async Task Thumbnail_that_was_stored_but_not_set_is_reported()
    {
        await using var fake = await StartAsync([], new FakeDecathlonFault(FakeDecathlonOperation.Write, 400));
        var request = new DecathlonThumbnailRequest { ActivityId = ActivityId, Picture = Photo, Saving = DecathlonThumbnailSaving.None };

        var error = Assert.IsType<DecathlonException>(await AssertErrorAsync(
            DecathlonErrors.DecathlonStoredOnly, () => new DecathlonThumbnails(Decathlons.For(fake)).SetAsync(request, Cancellation)));

        Assert.EndsWith(Assert.Single(fake.Decathlon.StoredFiles).Key, error.StoredUrl!.AbsolutePath, StringComparison.Ordinal);
    }

    private static Task<FakeStravaServer> StartAsync(string[] images, params FakeDecathlonFault[] faults) => FakeStravaServer.StartAsync(
        new FakeStravaOptions
        {
            Decathlon =
            new FakeDecathlonOptions { Activities = [new FakeDecathlonActivity { Images = images }], Faults = faults }
        },
        Cancellation);
}
