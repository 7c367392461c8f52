using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>strava-uploads.md: the upload of a valid file.</summary>
public class UploadTests : FakeStravaTest
{
    [Fact]
    [Clause("UP-240", "UP-241", "UP-243", "UP-245", "UP-246")]
    public async Task Documented_example_returns_201_and_the_recorded_body()
    {
        await StartAsync();

        var reply = await UploadAsync(
            TestFiles.Gpx(), "gpx",
            [("activity_type", "walk"), ("name", "Test Walk"), ("description", "Test description"), ("trainer", "0"), ("commute", "0"),
                ("external_id", "98765")]);

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        var id = reply.Number("id");
        Assert.Equal(
            $$"""{"id":{{id}},"id_str":"{{id}}","external_id":null,"error":null,"status":"Your activity is still being """
                + """processed.","activity_id":null}""",
            reply.Body);
    }

    [Fact]
    [Clause("UP-008", "UP-249", "UP-262")]
    public async Task Poll_returns_activity_and_external_id_with_the_extension_of_the_data_type()
    {
        await StartAsync(new FakeStravaOptions { IsPartner = false });

        var poll = await UploadAndPollAsync(TestFiles.Gpx(), "gpx", [("external_id", "98765")]);

        Assert.Equal(HttpStatusCode.OK, poll.Status);
        Assert.Equal(["id", "id_str", "external_id", "error", "status", "activity_id"], poll.Keys);
        Assert.Equal("98765.gpx", poll.Text("external_id"));
        Assert.Equal(IsReady, poll.Text("status"));
        Assert.True(poll.IsNull("error"));
        Assert.Equal(Assert.Single(Server.Activities).Id, poll.Number("activity_id"));
    }

    [Theory]
    [Clause("UP-228")]
    [InlineData("gpx", "walk.gpx", "walk.gpx")]
    [InlineData("gpx", "walk.xml", "walk.xml.gpx")]
    [InlineData("gpx.gz", "walk.gpx.gz", "walk.gpx.gz")]
    [InlineData("gpx.gz", "walk", "walk.gpx.gz")]
    [InlineData("gpx", "folder/walk.gpx", "walk.gpx")]
    public async Task External_id_is_by_default_the_file_name(string dataType, string fileName, string expected)
    {
        await StartAsync();
        var bytes = dataType == "gpx" ? TestFiles.Gpx() : TestFiles.Gzip(TestFiles.Gpx());

        var poll = await UploadAndPollAsync(bytes, dataType, fileName: fileName);

        Assert.Equal(expected, poll.Text("external_id"));
    }

    [Fact]
    [Clause("UP-222")]
    public async Task Every_text_format_becomes_an_activity()
    {
        await StartAsync();

        Assert.Equal(IsReady, (await UploadAndPollAsync(TestFiles.Gpx(), "GPX")).Text("status"));
        Assert.Equal(IsReady, (await UploadAndPollAsync(TestFiles.Gzip(TestFiles.Tcx()), "Tcx.Gz")).Text("status"));
        Assert.Equal(IsReady,
            (await UploadAndPollAsync("\uFEFF"u8.ToArray().Concat(TestFiles.Tcx("2025-06-01T10:00:00Z")).ToArray(), "tcx")).Text("status"));
        Assert.Equal(IsReady,
            (await UploadAndPollAsync(System.Text.Encoding.UTF8.GetBytes(TestFiles.StrengthJson), "json")).Text("status"));
        Assert.Equal(["Run", "Ride", "Ride", "Workout"], Server.Activities.Select(activity => activity.SportType));
    }

    [Fact]
    [Clause("UP-231")]
    public async Task File_can_precede_the_fields_and_parameters_can_be_in_the_query()
    {
        await StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(TestFiles.Gpx()), "File", "walk.gpx" },
            { new StringContent("gpx"), "data_type" },
        };

        var reply = await SendAsync(HttpMethod.Post, "api/v3/uploads/?name=From+the+query&sport_type=Hike", form);

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal(("From the query", "Hike"), (Server.Activities[0].Name, Server.Activities[0].SportType));
    }

    [Theory]
    [Clause("UP-210", "UP-211", "UP-235", "UP-238", "UP-239")]
    [InlineData("MountainBikeRide", null, "MountainBikeRide", "Ride")]
    [InlineData(null, "wAlK", "Walk", "Walk")]
    [InlineData("TrailRun", "walk", "TrailRun", "Run")]
    [InlineData("Padel", "nonsense", "Padel", "Workout")]
    [InlineData(null, null, "Run", "Run")]
    public async Task Sport_type_takes_precedence_over_activity_type_and_both_over_the_file(string? sport, string? type, string expected,
        string expectedType)
    {
        await StartAsync();
        var fields = new[] { ("sport_type", sport), ("activity_type", type) }.Where(field => field.Item2 is not null)
            .Select(field => (field.Item1, field.Item2!));

        var activity = await ActivityOfAsync(TestFiles.Gpx(), "gpx", [.. fields]);

        Assert.Equal((expected, expectedType), (activity.GetProperty("sport_type").GetString(), activity.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Ids_do_not_fit_32_bits_and_count_up_from_the_first()
    {
        await StartAsync(new FakeStravaOptions { FirstId = 9_007_199_254_740_993 });

        var poll = await UploadAndPollAsync(TestFiles.Gpx(), "gpx");

        Assert.Equal((9_007_199_254_740_993, 9_007_199_254_740_994), (poll.Number("id"), poll.Number("activity_id")));
        Assert.True(new FakeStravaOptions().FirstId > uint.MaxValue);
    }

    [Fact]
    public async Task Snapshot_shows_the_upload_without_the_token()
    {
        await StartAsync();
        var bytes = TestFiles.Gzip(TestFiles.Gpx());
        using var form = Form(bytes, [("data_type", "gpx.gz"), ("name", "A"), ("access_token", Server.AccessToken)]);

        await SendAsync(HttpMethod.Post, "api/v3/uploads", form, token: "");

        var upload = Assert.Single(Server.Uploads);
        Assert.Equal((bytes.Length, "gpx.gz", 0), (upload.Size, upload.DataType, upload.Polls));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(TestFiles.Gpx())), upload.Sha256);
        Assert.Equal(["data_type", "name"], upload.Parameters.Keys);
    }

    [Fact]
    public async Task Upload_of_another_athlete_is_not_found()
    {
        await StartAsync(TwoAthletes);
        var upload = await UploadAsync(TestFiles.Gpx(), "gpx");

        var reply = await GetAsync($"api/v3/uploads/{upload.Number("id")}", token: "other-token");

        AssertFault(reply, HttpStatusCode.NotFound, "Record Not Found", "Upload", "id", "invalid");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("abc")]
    [InlineData("99999999999999999999")]
    public async Task Unknown_upload_is_not_found(string id)
    {
        await StartAsync();

        AssertFault(await GetAsync($"api/v3/uploads/{id}"), HttpStatusCode.NotFound, "Record Not Found", "Upload", "id", "invalid");
    }

    [Fact]
    [Clause("UP-260")]
    public async Task Deleted_activity_is_reported_in_the_status_and_can_be_uploaded_again()
    {
        await StartAsync();
        var upload = await UploadAsync(TestFiles.Gpx(), "gpx");
        Assert.True(Server.DeleteActivity(Server.Activities[0].Id));

        var poll = await PollAsync(upload);

        Assert.Equal("The created activity has been deleted.", poll.Text("status"));
        Assert.True(poll.IsNull("activity_id") && poll.IsNull("error"));
        Assert.DoesNotContain("photo_metadata", poll.Keys);
        Assert.False(Server.DeleteActivity(1));
        Assert.Equal(IsReady, (await UploadAndPollAsync(TestFiles.Gpx(), "gpx")).Text("status"));
    }
}
