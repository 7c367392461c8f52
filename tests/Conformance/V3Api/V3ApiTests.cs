using System.Globalization;
using System.Net;
using Conformance.Support;
using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Client;
using StravaTools.Client.Activities;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Authorization;

namespace Conformance.V3Api;

/// <summary>strava-v3-api.md.</summary>
public sealed class V3ApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Clause("V3-007")]
    public async Task Client_calls_Strava_unless_configured_otherwise()
    {
        using var sent = new Capture();
        using var http = new HttpClient(sent);

        await new StravaClient(http, new StaticAccessToken("fake-token")).GetUploadStatusAsync(5, Cancellation);

        Assert.Equal(new Uri("https://www.strava.com/api/v3/uploads/5"), sent.Address);
    }

    [Fact]
    [Clause("V3-008", "V3-055")]
    public async Task The_client_sends_the_token_with_each_request_and_never_in_an_address()
    {
        await using var fake = await Fake.StartAsync();
        var upload = await fake.Client.UploadAsync(new UploadRequest { File = ActivityFile.FromBytes("a.gpx", Files.Gpx()) }, Cancellation);
        await fake.Client.GetUploadStatusAsync(upload.Id, Cancellation);
        await fake.Client.CreateActivityAsync(Walk(DateTimeOffset.UnixEpoch), Cancellation);

        Assert.Equal(3, fake.Server.Requests.Count);
        Assert.All(fake.Server.Requests, request => Assert.True(request.HasHeader("Authorization")));
        Assert.All(fake.Server.Requests, request => Assert.Empty(request.QueryNames));
    }

    [Fact]
    [Clause("V3-011", "V3-013", "V3-019", "V3-038", "V3-039")]
    public async Task Resources_are_created_by_POST_and_retrieved_by_GET()
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { FirstId = 1 });
        var uploaded = await fake.UploadAsync(Files.Gpx(), "a.gpx", ("data_type", "gpx"));

        Assert.Equal(HttpStatusCode.Created, uploaded.Status);
        foreach (var path in new[] { "athlete", "activities/2", "uploads/1" })
        {
            var reply = await fake.GetAsync($"api/v3/{path}");
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            JsonShape.Assert(reply.Json, "id: integer");
        }
    }

    [Fact]
    [Clause("V3-033")]
    public async Task An_answer_has_its_content_type_and_a_date()
    {
        await using var fake = await Fake.StartAsync();

        var reply = await fake.SendAsync(HttpMethod.Get, $"api/v3/athlete?access_token={fake.Server.AccessToken}", withToken: false);

        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (reply.Status, reply.ContentHeaders.ContentType!.ToString()));
        Assert.NotNull(reply.Headers.Date);
    }

    [Fact]
    [Clause("V3-045", "V3-046")]
    public async Task Detail_contains_more_than_the_summary_and_the_summary_more_than_the_meta()
    {
        await using var fake = await Fake.StartAsync();
        var detail = await fake.ActivityOfAsync(Files.Gpx(), "gpx");
        var summary = (await fake.GetAsync("api/v3/athlete/activities")).Json[0].EnumerateObject().Select(property => property.Name)
            .ToHashSet();
        var (meta, athlete) = (detail.Json.GetProperty("athlete"), await fake.GetAsync("api/v3/athlete"));

        Assert.Equal(
            (3, 1, 3), (detail.Number("resource_state"), meta.GetProperty("resource_state").GetInt32(), athlete.Number("resource_state")));
        Assert.True(summary.IsProperSubsetOf(detail.Names));
        Assert.True(meta.EnumerateObject().Select(property => property.Name).ToHashSet().IsProperSubsetOf(athlete.Names));
    }

    [Fact]
    [Clause("V3-050", "V3-053")]
    public async Task A_page_has_200_items_at_most_and_the_documented_second_one_of_50()
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { RateLimits = FakeRateLimits.Unlimited });
        for (var day = 0; day < 201; day++)
        {
            await fake.Client.CreateActivityAsync(Walk(DateTimeOffset.UnixEpoch.AddDays(day)), Cancellation);
        }

        var token = fake.Server.AccessToken;
        var longest = await fake.GetAsync("api/v3/athlete/activities?per_page=1000");
        var documented =
            await fake.SendAsync(HttpMethod.Get, $"api/v3/athlete/activities?access_token={token}&page=2&per_page=50", withToken: false);

        Assert.Equal((200, 50), (longest.Json.GetArrayLength(), documented.Json.GetArrayLength()));
        Assert.Equal(DateTime.UnixEpoch.AddDays(150), documented.Json[0].GetProperty("start_date").GetDateTime());
    }

    [Theory]
    [Clause("V3-061")]
    [InlineData("2008-04-12T00:00:00Z")]
    [InlineData("2012-12-30T17:08:56Z")]
    [InlineData("2013-08-23T15:46:20Z")]
    public async Task Dates_are_written_as_documented(string date)
    {
        await using var fake = await Fake.StartAsync();

        var activity = await fake.ActivityOfAsync(Files.Gpx(start: date), "gpx");

        Assert.Equal(date, activity.Text("start_date"));
        Assert.Equal(date, activity.Text("start_date_local"));
    }

    [Fact]
    [Clause("V3-064", "V3-065")]
    public async Task Client_returns_the_documented_instant_and_local_time()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("Test/Zone", TimeSpan.FromHours(-7), null, null);
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { TimeZone = zone }] });

        var start = DateTimeOffset.Parse("2013-08-23T08:46:20-07:00", CultureInfo.InvariantCulture);
        var activity = await fake.Client.CreateActivityAsync(Walk(start), Cancellation);

        Assert.Equal(new DateTimeOffset(2013, 8, 23, 15, 46, 20, TimeSpan.Zero), activity.StartDate);
        Assert.Equal("8:46", activity.StartDateLocal!.Value.ToString("H:mm", CultureInfo.InvariantCulture));
        Assert.NotEqual(DateTimeKind.Local, activity.StartDateLocal.Value.Kind);
    }

    private static NewActivity Walk(DateTimeOffset start) =>
        new() { Name = "Walk", SportType = SportType.Parse("Walk"), StartTime = start, ElapsedTime = TimeSpan.FromMinutes(10) };

    /// <summary>Stores the address of a request that must not leave this machine.</summary>
    private sealed class Capture : HttpMessageHandler
    {
        public Uri? Address { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"id":5}""") });
        }
    }
}
