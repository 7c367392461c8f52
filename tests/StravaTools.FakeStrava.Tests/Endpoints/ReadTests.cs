using System.Net;
using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>Reading the athlete and lists, with pages and permissions (strava-v3-api.md).</summary>
public class ReadTests : FakeStravaTest
{
    [Fact]
    [Clause("V3-042", "V3-044", "AC-082", "AC-175")]
    public async Task List_is_newest_first_in_summary_representation()
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });
        await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx", [("name", "later")]);
        await UploadAsync(TestFiles.Gpx("2025-05-01T07:00:00Z"), "gpx", [("name", "earlier")]);

        var list = (await GetAsync("api/v3/athlete/activities")).Json.EnumerateArray().ToList();

        Assert.Equal(["later", "earlier"], list.Select(activity => activity.GetProperty("name").GetString()));
        Assert.Equal(2, list[0].GetProperty("resource_state").GetInt32());
        Assert.Empty(Names(list[0]).Intersect(["calories", "description", "device_name", "photos", "segment_efforts"]));
        Assert.Equal(["id", "summary_polyline", "resource_state"], Names(list[0].GetProperty("map")));
    }

    [Fact]
    [Clause("V3-047", "V3-048", "V3-049", "AC-168", "AC-169", "AC-170", "AC-171", "AC-176")]
    public async Task List_has_pages_and_ends_with_an_empty_one()
    {
        await StartAsync();
        for (var day = 1; day <= 31; day++)
        {
            await UploadAsync(TestFiles.Gpx($"2025-05-{day:00}T07:00:00Z", points: 2), "gpx");
        }

        Assert.Equal(30, (await ListAsync("")).Count);
        Assert.Single(await ListAsync("?page=2"));
        Assert.Equal(["2025-05-29T07:00:00Z", "2025-05-28T07:00:00Z"], await ListAsync("?page=2&per_page=2"));
        Assert.Empty(await ListAsync("?page=2&per_page=200"));
        Assert.Equal(["2025-05-30T07:00:00Z", "2025-05-31T07:00:00Z"], await ListAsync($"?after={Epoch(29)}"));
        Assert.Equal(["2025-05-02T07:00:00Z", "2025-05-01T07:00:00Z"], await ListAsync($"?before={Epoch(3)}"));
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("api/v3/athlete/activities?page=0")).Status);

        static long Epoch(int day) => new DateTimeOffset(2025, 5, day, 7, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    }

    [Fact]
    [Clause("AC-167")]
    public async Task Athletes_can_only_list_their_own_activities()
    {
        await StartAsync(TwoAthletes);
        await UploadAsync(TestFiles.Gpx(), "gpx");

        var id = Server.Activities[0].Id;

        Assert.Equal("[]", (await GetAsync("api/v3/athlete/activities", "other-token")).Body);
        AssertFault(await GetAsync($"api/v3/activities/{id}", "other-token"), HttpStatusCode.NotFound, "Record Not Found", "Activity", "id",
            "invalid");
        Assert.Equal(2, (await GetAsync("api/v3/athlete", "other-token")).Number("id"));
    }

    [Theory]
    [Clause("V3-001")]
    [InlineData("GET", "api/v3/athlete")]
    [InlineData("GET", "api/v3/athlete/activities")]
    [InlineData("GET", "api/v3/activities/1")]
    [InlineData("GET", "api/v3/uploads/1")]
    [InlineData("POST", "api/v3/uploads")]
    [InlineData("POST", "api/v3/activities")]
    public async Task Missing_or_unknown_token_is_401(string method, string path)
    {
        await StartAsync();

        foreach (var token in new[] { "", "unknown" })
        {
            var reply = await SendAsync(new HttpMethod(method), path, token: token);
            AssertFault(reply, HttpStatusCode.Unauthorized, "Authorization Error", "Athlete", "access_token", "invalid");
        }
    }

    [Fact]
    [Clause("V3-032")]
    public async Task Token_can_be_a_parameter_or_have_its_old_scheme()
    {
        await StartAsync();
        using var form = Form(TestFiles.Gpx(), [("data_type", "gpx"), ("access_token", Server.AccessToken)]);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"api/v3/athlete?access_token={Server.AccessToken}", token: "")).Status);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(HttpMethod.Post, "api/v3/uploads", form, token: "")).Status);
        using var old = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.BaseUri, "api/v3/athlete"));
        old.Headers.Authorization = new("access_token", Server.AccessToken);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(old)).Status);
    }

    [Theory]
    [InlineData(
        FakeProfile.Current, """{"message":"Record Not Found","errors":[{"resource":"resource","field":"path","code":"invalid"}]}""")]
    [InlineData(FakeProfile.Documented, """{"message":"Resource Not Found","errors":[]}""")]
    public async Task Unknown_route_is_404_with_a_fault(FakeProfile profile, string expected)
    {
        await StartAsync(new FakeStravaOptions { Profile = profile });

        var reply = await GetAsync("api/v3/nothing");

        Assert.Equal((HttpStatusCode.NotFound, expected), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Only_applications_that_Strava_approved_can_delete_activities()
    {
        await StartAsync();

        var reply = await SendAsync(HttpMethod.Delete, "api/v3/activities/1");

        AssertFault(reply, HttpStatusCode.Unauthorized, "Authorization Error", "Application", "internal", "invalid");
    }

    [Fact]
    [Clause("V3-037")]
    public async Task Head_returns_the_headers_of_get_without_the_body()
    {
        await StartAsync(new FakeStravaOptions { FirstId = 1 });
        await UploadAsync(TestFiles.Gpx(), "gpx");

        foreach (var path in new[] { "api/v3/athlete", "api/v3/athlete/activities", "api/v3/activities/2", "api/v3/uploads/1",
            "activities/2", "nowhere" })
        {
            var (head, get) = (await SendAsync(HttpMethod.Head, path), await GetAsync(path));
            Assert.Equal((get.Status, get.Headers.ContentLength, 0), (head.Status, head.Headers.ContentLength, head.Bytes.Length));
            Assert.True(get.Bytes.Length > 0);
        }
    }

    [Fact]
    [Clause("PA-024")]
    public async Task Page_of_an_activity_shows_it_and_escapes_its_texts()
    {
        await StartAsync();
        await UploadAsync(TestFiles.Gpx(), "gpx", [("name", "<script>alert(1)</script>")]);

        var page = await GetAsync($"activities/{Server.Activities[0].Id}", token: "");

        Assert.Equal("text/html", page.Headers.ContentType!.MediaType);
        Assert.Contains("&lt;script&gt;", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Body, StringComparison.Ordinal);
        Assert.Contains("0.22 km", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("activities/1")).Status);
    }

    [Fact]
    public async Task Requests_are_recorded_without_values()
    {
        await StartAsync();
        await GetAsync("api/v3/athlete?access_token=secret");

        var request = Assert.Single(Server.Requests);

        Assert.Equal(("GET", "/api/v3/athlete", 200), (request.Method, request.Path, request.StatusCode));
        Assert.Equal(["access_token"], request.QueryNames);
        Assert.True(request.HasHeader("authorization"));
        Assert.DoesNotContain("secret", request.ToString(), StringComparison.Ordinal);
    }

    private async Task<List<string?>> ListAsync(string query) =>
        [.. (await GetAsync($"api/v3/athlete/activities{query}")).Json.EnumerateArray()
            .Select(activity => activity.GetProperty("start_date").GetString())];

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
