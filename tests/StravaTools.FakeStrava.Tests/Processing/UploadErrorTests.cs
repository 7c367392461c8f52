using System.Net;
using System.Net.Http.Headers;
using System.Text;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Processing;

/// <summary>strava-uploads.md, "Errors", and the texts recorded in field-notes.md, 3.1.</summary>
public class UploadErrorTests : FakeStravaTest
{
    private const string Malformed = "The upload appears to be malformed and we are unable to process it";
    private const string TimeMissing = "Time information is missing from file.";

    private const string Empty =
        """The file is empty, <a href="https://strava.zendesk.com/entries/21823834-Uploading-Empty-Files" target="_blank">More """
            + """Information</a>.""";

    /// <summary>A complete gzip without content (RFC 1952).</summary>
    private static readonly byte[] EmptyGzip = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static TheoryData<string, byte[], string> BrokenFiles => new()
    {
        { "gpx", "hello"u8.ToArray(), Malformed },
        { "fit", [1, 2, 3], Malformed },
        { "gpx", TestFiles.Gpx()[..^20], Malformed },
        { "gpx", TestFiles.Gzip(TestFiles.Gpx()), Malformed },
        { "json", "{\"version\":\"1.0\",\"sets\":[]}"u8.ToArray(), Malformed },
        { "gpx", TestFiles.Tcx(), "Unrecognised file type" },
        { "tcx.gz", TestFiles.Gzip(TestFiles.Gpx()), "Unrecognised file type" },
        { "gpx", TestFiles.Gpx(times: false), TimeMissing },
        { "gpx", TestFiles.Gpx(points: 0), TimeMissing },
        { "gpx", Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(TestFiles.Gpx()).Replace("2025-05-01T07:00:05Z", "null", StringComparison.Ordinal)), TimeMissing },
        { "tcx", TestFiles.Tcx(points: false), Empty },
        { "gpx.gz", EmptyGzip, Empty },
    };

    [Theory]
    [Clause("UP-010", "UP-261", "UP-269")]
    [MemberData(nameof(BrokenFiles))]
    public async Task Invalid_file_is_accepted_and_fails_in_processing(string dataType, byte[] bytes, string error)
    {
        await StartAsync();

        var poll = await UploadAndPollAsync(bytes, dataType);

        Assert.Equal(HttpStatusCode.OK, poll.Status);
        Assert.Equal((HasError, error), (poll.Text("status"), poll.Text("error")));
        Assert.True(poll.IsNull("activity_id") && poll.IsNull("external_id"));
        Assert.DoesNotContain("photo_metadata", poll.Keys);
        Assert.Empty(Server.Activities);
    }

    [Fact]
    [Clause("UP-127")]
    public async Task Strength_json_requires_a_strength_sport()
    {
        await StartAsync();

        var poll = await UploadAndPollAsync(Encoding.UTF8.GetBytes(TestFiles.StrengthJson), "json", [("sport_type", "Run")]);

        Assert.Equal(Malformed, poll.Text("error"));
    }

    [Theory]
    [InlineData(FakeProfile.Documented, "MOON_PRESS", false)]
    [InlineData(FakeProfile.Documented, "barbell_bench_press", false)]
    [InlineData(FakeProfile.Documented, "TIBIALIS_RAISE", false)]
    [InlineData(FakeProfile.Documented, "PLANK_GENERIC", true)]
    [InlineData(FakeProfile.Current, "MOON_PRESS", true)]
    [InlineData(FakeProfile.Current, "TIBIALIS_RAISE", true)]
    public async Task Documented_profile_only_supports_the_exercises_of_the_document(FakeProfile profile, string exercise, bool isSupported)
    {
        await StartAsync(new FakeStravaOptions { Profile = profile });

        var poll = await UploadAndPollAsync(Workout("BARBELL_BENCH_PRESS", exercise), "json");

        Assert.Equal(isSupported ? (IsReady, null) : (HasError, Malformed), (poll.Text("status"), poll.Text("error")));
    }

    [Theory]
    [InlineData(FakeProfile.Current)]
    [InlineData(FakeProfile.Documented)]
    public async Task Workout_of_negative_time_is_refused(FakeProfile profile)
    {
        await StartAsync(new FakeStravaOptions { Profile = profile });

        Assert.Equal(Malformed,
            (await UploadAndPollAsync(Workout("\"elapsed_time\": 3600", "\"elapsed_time\": -5"), "json")).Text("error"));
    }

    [Fact]
    [Clause("UP-224")]
    public async Task Missing_data_type_is_a_fault()
    {
        await StartAsync();
        using var form = Form(TestFiles.Gpx(), []);

        AssertUploadFault(await SendAsync(HttpMethod.Post, "api/v3/uploads", form), "Upload", "data_type", "missing");
    }

    [Theory]
    [Clause("UP-225")]
    [InlineData("zip")]
    [InlineData("json.gz")]
    [InlineData(".gpx")]
    public async Task Unknown_data_type_is_a_fault(string dataType)
    {
        await StartAsync();

        AssertUploadFault(await UploadAsync(TestFiles.Gpx(), dataType), "Upload", "data_type", "invalid");
    }

    [Fact]
    [Clause("UP-230")]
    public async Task Missing_or_empty_file_is_a_fault()
    {
        await StartAsync();
        using var form = Form(null, [("data_type", "gpx")]);

        AssertUploadFault(await SendAsync(HttpMethod.Post, "api/v3/uploads", form), "Upload", "data", "empty");
        AssertUploadFault(await UploadAsync([], "gpx"), "Upload", "data", "empty");
    }

    [Fact]
    [Clause("UP-002", "UP-205")]
    public async Task Invalid_gzip_is_a_fault_with_a_gz_data_type()
    {
        await StartAsync();
        var packed = TestFiles.Gzip(TestFiles.Gpx());
        var damaged = packed.ToArray();
        damaged[^6] ^= 0xFF;

        AssertUploadFault(await UploadAsync(TestFiles.Gpx(), "gpx.gz"), "upload", "gzip", "invalid encoding");
        AssertUploadFault(await UploadAsync(packed[..^10], "gpx.gz"), "upload", "gzip", "invalid encoding");
        AssertUploadFault(await UploadAsync(damaged, "gpx.gz"), "upload", "gzip", "invalid encoding");
    }

    [Theory]
    [Clause("UP-208")]
    [InlineData("sport_type", "run")]
    [InlineData("sport_type", "Juggling")]
    [InlineData("activity_type", "juggling")]
    public async Task Unlisted_sport_is_a_fault(string field, string value)
    {
        await StartAsync();

        AssertUploadFault(await UploadAsync(TestFiles.Gpx(), "gpx", [(field, value)]), "Upload", field, "invalid");
    }

    [Theory]
    [Clause("UP-247")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=abc", "no boundary anywhere")]
    [InlineData("multipart/form-data; boundary=abc",
        "--abc\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.gpx\"\r\n\r\ncut off")]
    [InlineData("multipart/form-data; boundary=abc", "--abc\r\nnonsense\r\n\r\n\r\n--abc--\r\n")]
    public async Task Malformed_body_is_a_fault_and_the_next_request_succeeds(string contentType, string body)
    {
        await StartAsync();
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, "api/v3/uploads", content)).Status);
        Assert.Equal(IsReady, (await UploadAndPollAsync(TestFiles.Gpx(), "gpx")).Text("status"));
    }

    [Fact]
    public async Task Twenty_megabytes_are_accepted()
    {
        await StartAsync();

        var poll = await UploadAndPollAsync(new byte[20_000_000], "fit");

        Assert.Equal(Malformed, poll.Text("error"));
    }

    private static void AssertUploadFault(Reply reply, string resource, string field, string code) =>
        AssertFault(reply, HttpStatusCode.BadRequest, "Bad Request", resource, field, code);

    private static byte[] Workout(string original, string replacement) =>
        Encoding.UTF8.GetBytes(TestFiles.StrengthJson.Replace(original, replacement, StringComparison.Ordinal));
}
