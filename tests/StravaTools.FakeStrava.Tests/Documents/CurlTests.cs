using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Documents;

/// <summary>
/// Every curl command of the documents, run by a shell as written. Only the host and the path of a file are replaced, and a
/// missing \ (or spaces after it) is corrected. Both profiles must respond; each response has the attributes of the document's example.
/// </summary>
public partial class CurlTests : FakeStravaTest
{
    private const string Token = "83ebeabdec09f6670863766f792ead24d61fe3f9";
    private const string UploadToken = "abcd123abcd123abcd123abcd123";

    public static TheoryData<FakeProfile> Profiles => [FakeProfile.Current, FakeProfile.Documented];

    [Theory]
    [Clause("V3-032", "V3-033", "V3-034")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_shows_the_rate_limits(FakeProfile profile)
    {
        await StartAsync(profile);

        var answer = await CurlAsync("""
            curl -G https://www.strava.com/api/v3/athlete \
                -d access_token=83ebeabdec09f6670863766f792ead24d61fe3f9 \
            """);

        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.NotEmpty(answer.Headers["Date"]);
        Assert.Equal(profile == FakeProfile.Documented ? "600,30000" : "200,2000", answer.Headers["X-Ratelimit-Limit"]);
        Assert.Matches("^[0-9]+,[0-9]+$", answer.Headers["X-Ratelimit-Usage"]);
    }

    [Theory]
    [Clause("V3-053")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_reads_a_page(FakeProfile profile)
    {
        await StartAsync(profile);
        for (var day = 1; day <= 51; day++)
        {
            await CreateAsync(new DateTime(2013, 1, 1).AddDays(day));
        }

        var answer = await CurlAsync("""
            curl -X GET https://www.strava.com/api/v3/athlete/activities \
                -d access_token=83ebeabdec09f6670863766f792ead24d61fe3f9 \
                -d page=2 \
                -d per_page=50
            """);

        Assert.Equal((200, 1), (answer.Status, answer.Json.GetArrayLength()));
    }

    [Theory]
    [Clause("V3-056", "V3-057")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_uses_a_callback(FakeProfile profile)
    {
        await StartAsync(profile, 16486788);
        await UploadAsync(TestFiles.Gpx(), "gpx", token: Token);
        Server.DeleteActivity(16486789);

        var answer = await CurlAsync("""
            curl -G https://www.strava.com/api/v3/upload/16486788 \
                -d access_token=83ebeabdec09f6670863766f792ead24d61fe3f9 \
                -d callback=callback_function
            """);

        var call = Call().Match(answer.Body);
        Assert.True(call.Success, answer.Body);
        JsonLike.Assert("""{"id":16486788,"external_id":"testing.fit","error":null,"status":"a","activity_id":null}""",
            JsonElement.Parse(call.Groups["json"].Value));
        Assert.Contains("\"status\":\"The created activity has been deleted.\"", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [Clause("AC-133", "PA-027")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_creates_an_activity(FakeProfile profile)
    {
        await StartAsync(profile);

        var answer = await CurlAsync("""
            curl -X POST https://www.strava.com/api/v3/activities \
                -H "Authorization: Bearer 83ebeabdec09f6670863766f792ead24d61fe3f9" \
                -d name="Most Epic Ride EVER!!!" \
                -d elapsed_time=18373 \
                -d distance=1557840 \
                -d start_date_local="2013-10-23T10:02:13Z" \
                -d type="Ride"
            """);

        Assert.Equal((201, "Most Epic Ride EVER!!!"), (answer.Status, answer.Json.GetProperty("name").GetString()));
        JsonLike.Assert(Examples.CreatedActivity, answer.Json);
    }

    [Theory]
    [Clause("AC-103", "AC-155")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_retrieves_an_activity(FakeProfile profile)
    {
        await StartAsync(profile, 122);
        await UploadAsync(Recordings.Tcx(), "tcx", [("description", "the best ride ever")], token: Token);
        await PutPhotoAsync((await GetAsync("api/v3/uploads/122", Token)).Json);

        var answer = await CurlAsync("""
            curl -G https://www.strava.com/api/v3/activities/123 \
                -H "Authorization: Bearer 83ebeabdec09f6670863766f792ead24d61fe3f9"
            """);

        Assert.Equal(200, answer.Status);
        if (profile == FakeProfile.Documented)
        {
            JsonLike.Assert(Examples.Detail, answer.Json);
        }

        Assert.Equal((123, "the best ride ever"),
            (answer.Json.GetProperty("id").GetInt64(), answer.Json.GetProperty("description").GetString()));
    }

    [Theory]
    [Clause("AC-180", "AC-181")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_lists_activities(FakeProfile profile)
    {
        await StartAsync(profile);
        await UploadAsync(Recordings.Tcx("Biking"), "tcx", token: Token);

        var answer = await CurlAsync("""
            curl -G https://www.strava.com/api/v3/athlete/activities \
                -H "Authorization: Bearer 83ebeabdec09f6670863766f792ead24d61fe3f9" \
                -d per_page=1
            """);

        Assert.Equal((200, 1), (answer.Status, answer.Json.GetArrayLength()));
        JsonLike.Assert(Examples.Summaries, answer.Json);
    }

    [Theory]
    [Clause("AC-182", "AC-183")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_lists_meta_representations(FakeProfile profile)
    {
        await StartAsync(profile);
        await CreateAsync(new DateTime(2009, 7, 17));

        var answer = await CurlAsync("""
            curl -G https://www.strava.com/api/v3/athlete/activities \
                -H "Accept: application/json+meta" \
                -H "Authorization: Bearer 83ebeabdec09f6670863766f792ead24d61fe3f9"
            """);

        Assert.Equal(200, answer.Status);
        JsonLike.Assert(Examples.Metas, answer.Json);
    }

    [Theory]
    [Clause("AC-190")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_lists_zones(FakeProfile profile)
    {
        await StartAsync(profile, 122);
        await UploadAsync(Recordings.Tcx("Biking"), "tcx", token: Token);

        var answer = await CurlAsync("""
            curl -G https://www.strava.com/api/v3/activities/123/zones \
                -H "Authorization: Bearer 83ebeabdec09f6670863766f792ead24d61fe3f9"
            """);

        Assert.Equal(200, answer.Status);
        if (profile == FakeProfile.Documented)
        {
            // "max" is in no recording.
            JsonLike.Assert(Examples.HeartRateZones, answer.Json[0]);
        }

        JsonLike.Assert(Examples.PowerZones, answer.Json[1]);
        Assert.Equal((5, 11), (answer.Json[0].GetProperty("distribution_buckets").GetArrayLength(),
            answer.Json[1].GetProperty("distribution_buckets").GetArrayLength()));
    }

    [Theory]
    [Clause("AC-199")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_lists_laps(FakeProfile profile)
    {
        await StartAsync(profile, 122);
        await UploadAsync(Recordings.Tcx(), "tcx", token: Token);

        var answer = await CurlAsync("""
            curl -G https://www.strava.com/api/v3/activities/123/laps \
                -H "Authorization: Bearer 83ebeabdec09f6670863766f792ead24d61fe3f9"
            """);

        Assert.Equal(200, answer.Status);
        JsonLike.Assert(Examples.Laps, answer.Json);
    }

    [Theory]
    [Clause("UP-241", "UP-243")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_uploads_a_file(FakeProfile profile)
    {
        await StartAsync(profile);

        var answer = await CurlAsync("""
            curl -X POST https://www.strava.com/api/v3/uploads \
            -H "Authorization: Bearer abcd123abcd123abcd123abcd123" \
            -F activity_type="walk" \
            -F name="Test Walk" \
            -F description="Test description" \
            -F trainer=0 \
            -F commute=0 \
            -F data_type="gpx" \
            -F external_id="98765" \
            -F file=@/Users/serenawilliams/Downloads/walk.gpx
            """);

        Assert.Equal((201, "Your activity is still being processed."), (answer.Status, answer.Json.GetProperty("status").GetString()));
        // The example contains the external ID; real responses contain null.
        JsonLike.Assert(profile == FakeProfile.Documented ? Examples.Upload.Replace("\"external_id\":null", "\"external_id\":\"98765.gpx\"",
            StringComparison.Ordinal) : Examples.Upload, answer.Json);
    }

    [Theory]
    [Clause("UP-254", "UP-258")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_gets_the_status(FakeProfile profile)
    {
        await StartAsync(profile, 123456);
        await UploadAsync(TestFiles.Gpx(), "gpx", [("external_id", "98765")], token: Token);

        var answer = await CurlAsync("""
            curl -G https://www.strava.com/api/v3/uploads/123456 \
            -H "Authorization: Bearer 83ebeabdec09f6670863766f792ead24d61fe3f9"
            """);

        Assert.Equal((200, 123456, "98765.gpx"),
            (answer.Status, answer.Json.GetProperty("id").GetInt32(), answer.Json.GetProperty("external_id").GetString()));
        JsonLike.Assert("""{"id":1,"id_str":"a","external_id":"a","error":null,"status":"a","activity_id":1}""", answer.Json);
    }

    [Theory]
    [Clause("PA-008", "PA-009", "PA-014", "PA-017", "PA-039")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_commands_upload_and_add_a_photo(FakeProfile profile)
    {
        await StartAsync(profile, 16486788);

        var upload = await CurlAsync("""
            curl -X POST https://www.strava.com/api/v3/uploads \
                    -H "Authorization: Bearer 83ebeabdec09f6670863766f792ead24d61fe3f9" \
                    -F activity_type=ride \
                    -F file=@test.fit \
                    -F data_type=fit
            """);
        var check = await CurlAsync("""
            curl -G https://www.strava.com/api/v3/uploads/16486788 \
                  -H "Authorization: Bearer 83ebeabdec09f6670863766f792ead24d61fe3f9"
            """);
        JsonLike.Assert(Examples.Upload.Replace("\"id_str\":\"123456\",", "", StringComparison.Ordinal), upload.Json);
        JsonLike.Assert(Examples.ReadyUpload, check.Json);
        var photo = await CurlAsync($"""
            curl -X PUT "{check.Json.GetProperty("photo_metadata")[0].GetProperty("uri").GetString()}" \
                    -H "Content-Type: image/jpeg" \
                    --upload-file download.jpg
            """);

        Assert.Equal((201, 200, 200, ""), (upload.Status, check.Status, photo.Status, photo.Body));
        Assert.Single(Server.Photos);
    }

    [Theory]
    [Clause("PA-045")]
    [MemberData(nameof(Profiles))]
    public async Task Documented_command_uploads_custom_scalars(FakeProfile profile)
    {
        await StartAsync(profile);

        var answer = await CurlAsync("""
            curl -X POST https://www.strava.com/api/v3/activities \
                    -H "Authorization: Bearer 83ebeabdec09f6670863766f792ead24d61fe3f9" \
                    -d name="Most Epic Ride EVER!!!" \
                    -d elapsed_time=18373 \
                    -d distance=1557840 \
                    -d start_date_local="2013-10-23T10:02:13Z" \
                    -d type="Ride" \
                    -d rpe=8
            """);

        Assert.Equal((201, "8"), (answer.Status, Server.Activities[0].CustomFields["rpe"]));
        JsonLike.Assert(Examples.CreatedActivity, answer.Json);
    }

    private Task StartAsync(FakeProfile profile, long firstId = 1_000) => StartAsync(new FakeStravaOptions
    {
        Profile = profile,
        IsPartner = true,
        FirstId = firstId,
        Segments = [Recordings.Segment],
        Athletes = [new FakeAthlete { AccessToken = Token }, new FakeAthlete { Id = 2, AccessToken = UploadToken }],
    });

    private Task<CurlAnswer> CurlAsync(string command) => Curl.RunAsync(command, Server.BaseUri, new Dictionary<string, byte[]>
    {
        ["walk.gpx"] = TestFiles.Gpx(),
        ["test.fit"] = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "morning-ride.fit")),
        ["download.jpg"] = [0xFF, 0xD8, 0xFF, 0xE0],
    });

    private Task<Reply> CreateAsync(DateTime start) => SendAsync(
        HttpMethod.Post,
        string.Create(CultureInfo.InvariantCulture, $"api/v3/activities?name=A&type=Walk&elapsed_time=60&start_date_local={start:s}"),
        token: Token);

    private async Task PutPhotoAsync(JsonElement upload)
    {
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0]);
        photo.Headers.ContentType = new("image/jpeg");
        await SendAsync(HttpMethod.Put, upload.GetProperty("photo_metadata")[0].GetProperty("uri").GetString()!, photo, "");
    }

    [GeneratedRegex(@"\Acallback_function\((?<json>.*)\)\z", RegexOptions.Singleline, 1000)]
    private static partial Regex Call();
}
