using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>Stars, the search, streams, and one's own efforts of segments.</summary>
public class SegmentTests : FakeStravaTest
{
    private const string Efforts = "api/v3/segment_efforts";

    private static readonly FakeSegment Segment = Recordings.Segment;

    private static readonly FakeStravaOptions OneSegment = new() { Segments = [Segment] };

    [Fact]
    public async Task Star_is_kept_and_removed()
    {
        await StartAsync(OneSegment);
        var run = (await UploadAndPollAsync(Recordings.Tcx(), "tcx")).Number("activity_id");

        var starred = await SendAsync(HttpMethod.Put, $"api/v3/segments/{Segment.Id}/starred?starred=true");

        Assert.Equal((true, 1), (starred.Json.GetProperty("starred").GetBoolean(), starred.Number("star_count")));
        var listed = Assert.Single((await GetAsync("api/v3/segments/starred")).Json.EnumerateArray());
        Assert.Equal(350, listed.GetProperty("pr_time").GetInt32());
        Assert.Equal(run, listed.GetProperty("athlete_pr_effort").GetProperty("activity_id").GetInt64());
        var effort = (await GetAsync($"api/v3/activities/{run}")).Json.GetProperty("segment_efforts")[0];
        Assert.True(effort.GetProperty("segment").GetProperty("starred").GetBoolean());

        await SendAsync(HttpMethod.Put, $"api/v3/segments/{Segment.Id}/starred?starred=false");

        Assert.Equal("[]", (await GetAsync("api/v3/segments/starred")).Body);
        var missing = await SendAsync(HttpMethod.Put, $"api/v3/segments/{Segment.Id}/starred");
        AssertFault(missing, HttpStatusCode.BadRequest, "Bad Request", "Segment", "starred", "missing");
    }

    [Theory]
    [InlineData("bounds=47,8,48,9", 1)]
    [InlineData("bounds=47,8,48,9&activity_type=running&min_cat=0&max_cat=0", 1)]
    [InlineData("bounds=47,8,48,9&activity_type=riding", 0)]
    [InlineData("bounds=47,8,48,9&min_cat=1", 0)]
    [InlineData("bounds=48,8,49,9", 0)]
    public async Task Search_finds_the_segments_that_start_within_bounds(string query, int expected)
    {
        await StartAsync(OneSegment with { IsPartner = true });

        Assert.Equal(expected, (await ExploreAsync(query)).Json.GetProperty("segments").GetArrayLength());
    }

    [Fact]
    public async Task Search_requires_bounds()
    {
        await StartAsync(OneSegment with { IsPartner = true });

        foreach (var query in new[] { "", "bounds=1,2,3", "bounds=1,2,3,x" })
        {
            AssertFault(await ExploreAsync(query), HttpStatusCode.BadRequest, "Bad Request", "Segment", "bounds", "invalid");
        }
    }

    [Fact]
    public async Task Search_is_refused_to_ordinary_applications()
    {
        await StartAsync(OneSegment);

        var refused = await ExploreAsync("bounds=47,8,48,9");

        AssertFault(refused, HttpStatusCode.Unauthorized, "Authorization Error", "Application", "internal", "invalid");
        Assert.Contains("--partner", refused.Header("X-Fake-Hint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_of_a_segment_climb_evenly()
    {
        await StartAsync(OneSegment);

        var streams = (await GetAsync($"api/v3/segments/{Segment.Id}/streams?keys=altitude&key_by_type=true")).Json;

        Assert.Equal(["distance", "altitude"], streams.EnumerateObject().Select(stream => stream.Name));
        Assert.Equal("[410.0,445.0]", streams.GetProperty("altitude").GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task Own_efforts_are_listed_between_local_times()
    {
        await StartAsync(TwoAthletes with { Segments = [Segment] });
        await UploadAndPollAsync(Recordings.Tcx(), "tcx");
        await UploadAndPollAsync(Recordings.Tcx(start: "2025-06-01T07:00:00Z"), "tcx");
        await UploadAsync(Recordings.Tcx(start: "2025-06-02T07:00:00Z"), "tcx", token: "other-token");

        Assert.Equal([5, 6], await MonthsAsync(""));
        Assert.Equal([6], await MonthsAsync("&start_date_local=2025-05-31T00:00:00Z&end_date_local=2025-06-30T00:00:00Z"));
        Assert.Equal([5], await MonthsAsync("&per_page=1"));
        AssertFault(await GetAsync(Efforts), HttpStatusCode.BadRequest, "Bad Request", "SegmentEffort", "segment_id", "missing");
    }

    [Fact]
    public async Task Effort_has_its_activity_and_the_streams_between_its_ends()
    {
        await StartAsync(TwoAthletes with { Segments = [Segment] });
        var run = await UploadAndPollAsync(Recordings.Tcx(), "tcx");
        var id = (await GetAsync($"{Efforts}?segment_id={Segment.Id}")).Json[0].GetProperty("id").GetInt64();

        var effort = await GetAsync($"{Efforts}/{id}");
        var streams = (await GetAsync($"{Efforts}/{id}/streams?keys=distance&key_by_type=true")).Json;

        Assert.Equal(run.Number("activity_id"), effort.Json.GetProperty("activity").GetProperty("id").GetInt64());
        Assert.Equal(1, effort.Json.GetProperty("athlete_segment_stats").GetProperty("effort_count").GetInt32());
        var meters = streams.GetProperty("distance").GetProperty("data").EnumerateArray().ToList();
        Assert.Equal(effort.Number("end_index") - effort.Number("start_index") + 1, meters.Count);
        AssertFault(await GetAsync($"{Efforts}/{id}", "other-token"), HttpStatusCode.NotFound,
            "Record Not Found", "SegmentEffort", "id", "invalid");
    }

    [Theory]
    [InlineData(Efforts)]
    [InlineData($"{Efforts}/1")]
    [InlineData($"{Efforts}/1/streams")]
    public async Task Efforts_require_a_subscription(string path)
    {
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { IsPremium = false }] });

        Assert.Equal(HttpStatusCode.PaymentRequired, (await GetAsync(path)).Status);
    }

    private Task<Reply> ExploreAsync(string query) => GetAsync($"api/v3/segments/explore?{query}");

    private async Task<IEnumerable<int>> MonthsAsync(string query) =>
        (await GetAsync($"{Efforts}?segment_id={Segment.Id}{query}")).Json.EnumerateArray()
        .Select(effort => effort.GetProperty("start_date_local").GetDateTime().Month);
}
