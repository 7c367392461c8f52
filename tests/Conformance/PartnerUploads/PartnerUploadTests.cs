using System.Net;
using Conformance.Support;
using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Activities.Tests.Formats.Fit;
using StravaTools.Client.Activities;
using StravaTools.Client.Photos;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Pictures;

namespace Conformance.PartnerUploads;

/// <summary>strava-partner-uploads.md.</summary>
public sealed class PartnerUploadTests
{
    [Fact]
    [Clause("PA-003")]
    public async Task Upload_of_a_partner_has_the_same_response_as_any_other()
    {
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var isPartner in new[] { true, false })
        {
            await using var fake = await Fake.StartAsync(new FakeStravaOptions { IsPartner = isPartner, FirstId = 7 });
            var upload = await fake.UploadAsync(Files.Gpx(), "walk.gpx", ("data_type", "gpx"), ("name", "Walk"), ("sport_type", "Walk"));
            answers.Add((upload.Status, upload.Body));
        }

        Assert.Equal(answers[1], answers[0]);
        Assert.Equal(HttpStatusCode.Created, answers[0].Item1);
    }

    [Fact]
    [Clause("PA-008", "PA-009", "PA-011")]
    public async Task The_documented_upload_of_a_file_is_answered_as_documented()
    {
        await using var fake = await Fake.StartAsync();

        var upload = await fake.UploadAsync(Places.Sample("morning-ride.fit"), "test.fit", ("activity_type", "ride"), ("data_type", "fit"));

        Assert.Equal(HttpStatusCode.Created, upload.Status);
        JsonShape.Assert(upload.Json, "id: integer", "external_id: string or null", "error: null", "status: string", "activity_id: null");
        Assert.Equal("Your activity is still being processed.", upload.Text("status"));
        Assert.Equal("Ride", Assert.Single(fake.Server.Activities).Type);
    }

    [Fact]
    [Clause("PA-014", "PA-017")]
    public async Task The_documented_check_is_answered_as_documented()
    {
        await using var fake = await Fake.StartAsync(
            new FakeStravaOptions { IsPartner = true, FirstId = 16486788, Profile = FakeProfile.Documented });
        await fake.UploadAsync(Files.Gpx(), "Lunch_Run.gpx", ("data_type", "gpx"));

        var check = await fake.GetAsync("api/v3/uploads/16486788");

        JsonShape.Assert(
            check.Json, "id: integer", "external_id: string", "error: null", "status: string", "activity_id: integer",
            "photo_metadata: array");
        Assert.Equal(
            (16486788, "Lunch_Run.gpx", "Your activity is ready."), (check.Number("id"), check.Text("external_id"), check.Text("status")));
        var photo = Assert.Single(check.Json.GetProperty("photo_metadata").EnumerateArray());
        JsonShape.Assert(photo, "uri: string", "header: object", "method: string", "max_size: integer");
        Assert.Equal(1600, photo.GetProperty("max_size").GetInt32());
    }

    [Theory]
    [Clause("PA-050")]
    [InlineData(FakeProfile.Documented)]
    [InlineData(FakeProfile.Current)]
    public async Task The_client_adds_a_photo_in_the_two_documented_steps(FakeProfile profile)
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { IsPartner = true, Profile = profile });
        var cancellation = TestContext.Current.CancellationToken;
        var picture = new Picture("finish.jpg", Places.Sample("finish.jpg"));

        var upload = await fake.Client.UploadAsync(new UploadRequest { File = ActivityFile.FromBytes("a.gpx", Files.Gpx()) }, cancellation);
        var ready = await fake.Client.GetUploadStatusAsync(upload.Id, cancellation);
        var target = Assert.Single(ready.PhotoMetadata!);
        await fake.Client.UploadPhotoAsync(target, picture, cancellation);

        Assert.Equal(1600, target.MaxSize);
        Assert.InRange(picture.Bytes.Length, 1601, int.MaxValue);
        var photo = Assert.Single(fake.Server.Photos);
        Assert.Equal((ready.ActivityId, "image/jpeg"), (photo.ActivityId, photo.ContentType));
        Assert.Equal(picture.Bytes.ToArray(), photo.Bytes.ToArray());
    }

    [Fact]
    [Clause("PA-004", "PA-007")]
    public async Task The_client_uploads_streams_with_a_file_and_creates_without_one()
    {
        await using var fake = await Fake.StartAsync();
        var cancellation = TestContext.Current.CancellationToken;

        await fake.Client.UploadAsync(new UploadRequest { File = ActivityFile.FromBytes("a.gpx", Files.Gpx()) }, cancellation);
        await fake.Client.CreateActivityAsync(
            new NewActivity
            {
                Name = "Yoga",
                SportType = SportType.Parse("Yoga"),
                StartTime = DateTimeOffset.UnixEpoch,
                ElapsedTime = TimeSpan.FromHours(1),
            },
            cancellation);

        Assert.Equal([false, true], fake.Server.Activities.Select(activity => activity.Manual));
        Assert.Equal([2, 0], fake.Server.Activities.Select(activity => activity.StartLatlng.Length));
    }

    [Fact]
    [Clause("PA-031")]
    public async Task A_created_activity_has_a_page_by_the_id_of_the_answer()
    {
        await using var fake = await Fake.StartAsync();
        var created = await fake.CreateAsync(
            ("name", "Most Epic Ride EVER!!!"), ("elapsed_time", "18373"), ("start_date_local", "2013-10-23T10:02:13Z"), ("type", "Ride"));

        var page = await fake.GetAsync($"activities/{created.Number("id")}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Most Epic Ride EVER!!!", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("PA-046")]
    public async Task Custom_values_are_read_from_fit_and_tcx()
    {
        var fit = FitBuilder.NewActivity().Message(FitBuilder.FieldDescription, FitFields.Description(0, FitType.UInt8, "dfb"))
            .RecordAt(0).SessionAt(0, FitFields.Developer(0, FitType.UInt8, 8)).ToBytes();
        await using var fake = await Fake.StartAsync();

        await fake.ActivityOfAsync(fit, "fit");
        await fake.ActivityOfAsync(Files.Tcx("<Extensions><dfb>9</dfb></Extensions>"), "tcx");

        Assert.Equal(["8", "9"], fake.Server.Activities.Select(activity => activity.CustomFields["dfb"]));
    }

    [Fact]
    [Clause("PA-049")]
    public async Task Custom_value_of_the_documented_tcx_is_returned()
    {
        // The document abbreviates the track with "...". A file without points has no activity.
        const string Example = """
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <Activities>
                <Activity Sport="Running">
                  <Id>2018-06-28T20:03:38.000Z</Id>
                  <Extensions>
                    <dfb>8</dfb>
                  </Extensions>
                  <Lap StartTime="2018-06-28T20:03:38.000Z">
                    <Calories>150</Calories>
                    <Track><Trackpoint><Time>2018-06-28T20:03:38.000Z</Time></Trackpoint></Track>
                  </Lap>
                  <Author xsi:type="Application_t">
                    <Name>Wholesome</Name>
                  </Author>
                </Activity>
              </Activities>
            </TrainingCenterDatabase>
            """;
        await using var fake = await Fake.StartAsync();

        var activity = await fake.ActivityOfAsync(Files.Utf8(Example), "tcx");

        Assert.Equal(150, activity.Float("calories"));
        Assert.Equal([KeyValuePair.Create("dfb", "8")], Assert.Single(fake.Server.Activities).CustomFields);
    }
}
