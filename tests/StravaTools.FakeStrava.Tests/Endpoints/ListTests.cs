using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>strava-activities.md, "List athlete activities", in addition to ReadTests.</summary>
public class ListTests : FakeStravaTest
{
    [Fact]
    [Clause("AC-181")]
    public async Task Summary_has_every_attribute_of_the_documented_example()
    {
        await StartAsync();
        await UploadAsync(Recordings.Tcx("Biking"), "tcx");

        JsonLike.Assert(Examples.Summaries, (await GetAsync("api/v3/athlete/activities?per_page=1")).Json);
    }

    [Fact]
    [Clause("V3-051")]
    public async Task Page_leaves_out_private_activities_and_is_not_the_last()
    {
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { Scopes = "activity:read,activity:write" }] });
        await UploadAsync(TestFiles.Gpx(), "gpx");
        await SendAsync(HttpMethod.Post,
            "api/v3/activities?name=B&type=ride&start_date_local=2025-07-02T06:00:00&elapsed_time=60&private=1");

        Assert.Equal(0, (await GetAsync("api/v3/athlete/activities?per_page=1")).Json.GetArrayLength());
        Assert.Equal(1, (await GetAsync("api/v3/athlete/activities?per_page=1&page=2")).Json.GetArrayLength());
    }

    [Theory]
    [Clause("AC-173")]
    [InlineData("before=1&after=1", HttpStatusCode.BadRequest)]
    [InlineData("before=1&page=1", HttpStatusCode.BadRequest)]
    [InlineData("after=1&page=1", HttpStatusCode.BadRequest)]
    [InlineData("before=1&after=1&page=1", HttpStatusCode.BadRequest)]
    [InlineData("after=1&per_page=1", HttpStatusCode.OK)]
    public async Task Documented_profile_refuses_two_of_before_after_and_page(string query, HttpStatusCode status)
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });

        Assert.Equal(status, (await GetAsync($"api/v3/athlete/activities?{query}")).Status);
    }

    [Fact]
    public async Task Current_profile_combines_before_after_and_page()
    {
        await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete/activities?before=1&after=1&page=1")).Status);
    }

    [Fact]
    [Clause("AC-083", "AC-084", "AC-085", "AC-086", "AC-087", "AC-088", "AC-089", "AC-090", "AC-177", "AC-178", "AC-182", "AC-183")]
    public async Task Meta_representation_is_an_array_and_ignores_parameters()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2025, 5, 3, 8, 0, 0, TimeSpan.Zero));
        await StartAsync(new FakeStravaOptions { TimeProvider = clock });
        await UploadAsync(TestFiles.Gpx(), "gpx");
        await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");
        var id = Server.Activities[0].Id;
        clock.Advance(TimeSpan.FromHours(1));
        using var name = new FormUrlEncodedContent([KeyValuePair.Create("name", "changed")]);
        await SendAsync(HttpMethod.Put, $"api/v3/activities/{id}", name);

        var metas = await MetasAsync("?per_page=1&after=99999999999");

        JsonLike.Assert(Examples.Metas, metas);
        Assert.Equal(2, metas.GetArrayLength());
        Assert.Equal($"""[{id},"2025-05-03T09:00:00Z","Run","2025-05-01T07:00:00Z",100,0,0,0,0]""", metas[1].GetRawText());
    }

    [Theory]
    [Clause("AC-091", "AC-092", "AC-093")]
    [InlineData(47.0, 8.0, 50, 5, 0)]
    [InlineData(47.002, 8.0, 50, 0, 15)]
    [InlineData(47.001, 8.0, 5000, 21, 20)]
    [InlineData(10.0, 10.0, 50, 0, 0)]
    public async Task Meta_representation_has_the_range_outside_of_privacy_zones(double latitude, double longitude, double radius,
        int first, int last)
    {
        await StartAsync(
            new FakeStravaOptions { Athletes = [new FakeAthlete { PrivacyZones = [new FakePrivacyZone(latitude, longitude, radius)] }] });
        await UploadAsync(TestFiles.Gpx(), "gpx");

        var meta = (await MetasAsync(""))[0];

        Assert.Equal((first, last), (meta[7].GetInt32(), meta[8].GetInt32()));
    }

    private async Task<JsonElement> MetasAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.BaseUri, $"api/v3/athlete/activities{query}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Server.AccessToken);
        request.Headers.Accept.ParseAdd("application/json+meta");
        return (await SendAsync(request)).Json;
    }
}
