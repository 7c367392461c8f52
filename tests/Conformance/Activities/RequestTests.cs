using System.Net;
using Conformance.Support;
using StravaTools.FakeStrava.Options;

namespace Conformance.Activities;

/// <summary>strava-activities.md, the requests.</summary>
public sealed class RequestTests
{
    [Fact]
    [Clause("AC-128", "AC-130", "AC-131")]
    public async Task Created_activity_is_returned_in_detail_with_its_marks()
    {
        await using var fake = await Fake.StartAsync();
        var marked = await fake.CreateAsync([.. Walk("2013-10-23T10:02:13Z"), ("trainer", "1"), ("commute", "1")]);
        var plain = await fake.CreateAsync(Walk("2013-10-24T10:02:13Z"));

        Assert.Equal((HttpStatusCode.Created, 3), (marked.Status, marked.Number("resource_state")));
        Assert.Empty((await fake.GetAsync($"api/v3/activities/{marked.Number("id")}")).Names.Except(marked.Names));
        Assert.True(marked.Flag("trainer") && marked.Flag("commute"));
        Assert.False(plain.Flag("trainer") || plain.Flag("commute"));
    }

    [Fact]
    [Clause("AC-134", "AC-154", "AC-155")]
    public async Task The_documented_request_retrieves_an_activity()
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { FirstId = 123 });
        await fake.CreateAsync(Walk("2013-10-23T10:02:13Z"));

        var activity = await fake.GetAsync("api/v3/activities/123");

        Assert.Equal((HttpStatusCode.OK, 123, 3), (activity.Status, activity.Number("id"), activity.Number("resource_state")));
        Assert.Equal(new FakeAthlete().Id, activity.Json.GetProperty("athlete").GetProperty("id").GetInt64());
    }

    [Fact]
    [Clause("AC-174", "AC-179", "AC-180")]
    public async Task The_documented_request_lists_one_summary()
    {
        await using var fake = await Fake.StartAsync();
        await fake.CreateAsync(Walk("2013-10-23T10:02:13Z"));
        await fake.CreateAsync(Walk("2013-10-24T10:02:13Z"));

        var list = await fake.GetAsync("api/v3/athlete/activities?per_page=1");

        var summary = Assert.Single(list.Json.EnumerateArray());
        Assert.Equal(
            (2, "2013-10-24T10:02:13Z"), (summary.GetProperty("resource_state").GetInt32(), summary.GetProperty("start_date").GetString()));
    }

    [Theory]
    [Clause("AC-190")]
    [InlineData(FakeProfile.Current)]
    [InlineData(FakeProfile.Documented)]
    public async Task The_documented_request_lists_zones(FakeProfile profile)
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { FirstId = 122, Profile = profile });
        await fake.UploadAsync(
            Files.Gpx(content: _ => "<extensions><hr>120</hr><power>200</power></extensions>"), "a.gpx", ("data_type", "gpx"));

        var zones = await fake.GetAsync("api/v3/activities/123/zones");

        Assert.Equal(HttpStatusCode.OK, zones.Status);
        var buckets = zones.Json.EnumerateArray().ToDictionary(
            zone => zone.GetProperty("type").GetString()!, zone => zone.GetProperty("distribution_buckets").GetArrayLength());
        Assert.Equal((5, 11), (buckets["heartrate"], buckets["power"]));
        // Runs have zones of pace too, today.
        Assert.Equal(profile == FakeProfile.Current, buckets.ContainsKey("pace"));
    }

    [Theory]
    [Clause("AC-199")]
    [InlineData(FakeProfile.Current)]
    [InlineData(FakeProfile.Documented)]
    public async Task The_documented_request_lists_laps(FakeProfile profile)
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { FirstId = 122, Profile = profile });
        await fake.UploadAsync(Files.Gpx(), "a.gpx", ("data_type", "gpx"));

        var laps = await fake.GetAsync("api/v3/activities/123/laps");

        var lap = Assert.Single(laps.Json.EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, laps.Status);
        Assert.Equal(("Lap 1", 123), (lap.GetProperty("name").GetString(), lap.GetProperty("activity").GetProperty("id").GetInt64()));
    }

    private static (string Name, string Value)[] Walk(string start) =>
        [("name", "Walk"), ("type", "Walk"), ("start_date_local", start), ("elapsed_time", "60")];
}
