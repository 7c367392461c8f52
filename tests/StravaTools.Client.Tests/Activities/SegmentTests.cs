using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.Client.Segments;
using StravaTools.Client.Tests.Support;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Activities;

/// <summary>strava-v3-api.md, "Summary of Resources": segments with their leaderboards and efforts.</summary>
public sealed class SegmentTests
{
    /// <summary>2^53 + 1 is the first integer that a double cannot represent.</summary>
    private const long Id = 9007199254740993;

    private static readonly FakeStravaOptions World = new()
    {
        Segments = [new FakeSegment { Id = Id, Polyline = Polyline.Encode([new(45.903, 6.1), new(45.913, 6.1)]), ElevationLow = 10,
            ElevationHigh = 42.5, City = "Annecy" }],
        Athletes = [new FakeAthlete(),
            new FakeAthlete { Id = Id + 1, AccessToken = "other", RefreshToken = "other", FirstName = "Other", Sex = "F" }],
        FirstId = Id + 2,
    };

    [Fact]
    public async Task Every_attribute_of_a_segment_is_read()
    {
        await using var fake = await RunOverItAsync(1);
        var segment = await For(fake).GetSegmentAsync(Id, Cancellation);

        Documented.AssertHoldsAll(await fake.RawAsync($"segments/{Id}"), segment);
        Assert.Null(Documented.UnknownOf(segment.ExtensionData));
        Assert.Equal((Id, 3, 1, "Annecy", 32.5),
            (segment.Id, segment.ResourceState, segment.EffortCount, segment.City, segment.TotalElevationGain));
        Assert.Equal(new Position(45.903, 6.1), segment.StartLatLng);
        Assert.Equal((300L, new DateOnly(2025, 1, 1), 1),
            (segment.AthleteSegmentStats!.PrElapsedTime, segment.AthleteSegmentStats.PrDate, segment.AthleteSegmentStats.EffortCount));
    }

    [Fact]
    public async Task Segment_without_efforts_has_no_best_effort()
    {
        await using var fake = await RunOverItAsync(0);
        var stats = (await For(fake).GetSegmentAsync(Id, Cancellation)).AthleteSegmentStats!;
        Assert.Equal((null, null, 0), (stats.PrElapsedTime, stats.PrDate, stats.EffortCount));
        Assert.Empty(await For(fake).ListEffortsAsync(Id, cancellationToken: Cancellation).ToListAsync(Cancellation));
        Assert.Empty((await For(fake).GetLeaderboardAsync(Id, cancellationToken: Cancellation)).Entries!);
    }

    [Fact]
    public async Task Leaderboard_without_entries_is_empty()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, """{"entry_count":0}"""));

        Assert.Empty((await For(server).GetLeaderboardAsync(Id, cancellationToken: Cancellation)).Entries!);
    }

    [Fact]
    public async Task Efforts_are_read_page_by_page_and_filtered_by_athlete()
    {
        await using var fake = await RunOverItAsync(2, byOther: 1);
        var paths = new List<string>();
        var client = For(fake, completed: request => paths.Add(request.ToString()));
        var efforts = await client.ListEffortsAsync(Id, perPage: 2, cancellationToken: Cancellation).ToListAsync(Cancellation);

        Documented.AssertHoldsAll(await fake.RawAsync($"segments/{Id}/all_efforts"), efforts);
        Assert.All(efforts, effort => Assert.Equal((null, Id), (Documented.UnknownOf(effort.ExtensionData), effort.Segment!.Id)));
        Assert.Equal([1, 2, 3], efforts.Select(effort => effort.StartDateLocal!.Value.Day));
        Assert.All(efforts, effort => Assert.True(effort.Id > Id && effort.Activity!.Id > Id));
        Assert.Equal(3, paths.Count);
        var own = await client.ListEffortsAsync(Id, athleteId: Id + 1, cancellationToken: Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Id + 1, Assert.Single(own).Athlete!.Id);
    }

    [Fact]
    public async Task Leaderboard_is_read_completely_with_each_athlete_once()
    {
        await using var fake = await RunOverItAsync(2, byOther: 1);
        var client = For(fake);
        var leaderboard = await client.GetLeaderboardAsync(Id, cancellationToken: Cancellation);

        Documented.AssertHoldsAll(await fake.RawAsync($"segments/{Id}/leaderboard"), leaderboard);
        Assert.Equal((3, 2, null), (leaderboard.EffortCount, leaderboard.EntryCount, Documented.UnknownOf(leaderboard.ExtensionData)));
        Assert.Equal([("Fake Athlete", 1), ("Other Athlete", 1)], leaderboard.Entries!.Select(entry => (entry.AthleteName, entry.Rank)));
        Assert.All(leaderboard.Entries!, entry => Assert.Equal((null, Id), (Documented.UnknownOf(entry.ExtensionData), entry.SegmentId)));
        var second = await client.GetLeaderboardAsync(Id, page: 2, perPage: 1, Cancellation);
        Assert.Equal((Id + 1, "F"), (Assert.Single(second.Entries!).AthleteId, second.Entries![0].AthleteGender));
        Assert.Equal(leaderboard.Entries!.Select(entry => entry.EffortId),
            await client.ListLeaderboardAsync(Id, 1, Cancellation).Select(entry => entry.EffortId).ToListAsync(Cancellation));
    }

    /// <summary>Happens if a file arrives between two pages, or if a server repeats the athlete's own entry on every page.</summary>
    [Fact]
    public async Task Repeated_items_are_returned_once_and_a_page_without_new_items_ends_the_list()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Json(200, """[{"id":1},{"id":2}]"""), ScriptedServer.Json(200, """[{"id":2},{"id":3}]"""),
                ScriptedServer.Json(200, """[{"id":3}]"""));
        var efforts = await For(server).ListEffortsAsync(5, 7, 2, Cancellation).ToListAsync(Cancellation);

        Assert.Equal([1, 2, 3], efforts.Select(effort => effort.Id));
        Assert.StartsWith("GET /api/v3/segments/5/all_efforts?athlete_id=7&per_page=2&page=3 ", server.Requests[2],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_is_requested_only_when_needed()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, """{"entries":[{"athlete_id":1},{"athlete_id":2}]}"""));
        Assert.Equal(2, await For(server).ListLeaderboardAsync(5, cancellationToken: Cancellation).Take(2).CountAsync(Cancellation));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task New_attributes_are_kept()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Json(200,
                """{"id":1,"xoms":{"kom":"1:20"},"athlete_segment_stats":{"pr_date":"2013-01-31T10:00:00Z","pr_visibility":"everyone"}}"""),
            ScriptedServer.Json(200, """{"kom_type":"kom","entries":[{"athlete_id":1,"effort_count":3}]}"""));
        var segment = await For(server).GetSegmentAsync(1, Cancellation);
        var leaderboard = await For(server).GetLeaderboardAsync(1, cancellationToken: Cancellation);

        Assert.Equal("1:20", segment.ExtensionData!["xoms"].GetProperty("kom").GetString());
        Assert.Equal(("everyone", new DateOnly(2013, 1, 31)),
            (segment.AthleteSegmentStats!.ExtensionData!["pr_visibility"].GetString(), segment.AthleteSegmentStats.PrDate));
        Assert.Equal(("kom", 3),
            (leaderboard.ExtensionData!["kom_type"].GetString(), leaderboard.Entries![0].ExtensionData!["effort_count"].GetInt32()));
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("20130131")]
    public async Task Invalid_date_is_an_error(string day)
    {
        await using var server =
            new ScriptedServer(ScriptedServer.Json(200, $$$"""{"id":1,"athlete_segment_stats":{"pr_date":{{{day}}}}}"""));
        await AssertErrorAsync(StravaErrors.UnexpectedAnswer, () => For(server).GetSegmentAsync(1, Cancellation));
    }

    [Fact]
    public async Task Unknown_segment_is_not_found()
    {
        await using var fake = await RunOverItAsync(0);
        var client = For(fake);
        await AssertErrorAsync(StravaErrors.NotFound, () => client.GetSegmentAsync(1, Cancellation));
        await AssertErrorAsync(StravaErrors.NotFound, () => client.GetLeaderboardAsync(1, cancellationToken: Cancellation));
        await AssertErrorAsync(StravaErrors.NotFound,
            async () => await client.ListLeaderboardAsync(1, cancellationToken: Cancellation).CountAsync(Cancellation));
        await AssertErrorAsync(StravaErrors.NotFound,
            async () => await client.ListEffortsAsync(1, cancellationToken: Cancellation).CountAsync(Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Pages_have_1_to_200_items(int perPage)
    {
        var client = Create(Unreachable());
        Assert.Throws<ArgumentOutOfRangeException>(() => client.ListEffortsAsync(1, perPage: perPage, cancellationToken: Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(() => client.ListLeaderboardAsync(1, perPage, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.GetLeaderboardAsync(1, 1, perPage, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.GetLeaderboardAsync(1, 0, cancellationToken: Cancellation));
    }

    /// <summary>
    /// An effort keeps its rank from the upload after a faster effort; the leaderboard, a separate request, is current.
    /// </summary>
    [Fact]
    [Clause("AC-152")]
    public async Task Achievements_keep_the_rank_at_upload_and_the_leaderboard_is_current()
    {
        await using var fake = await RunOverItAsync(1);
        await UploadAsync(fake, 2, "other", secondsApart: 20);
        var client = For(fake);
        var first = (await client.ListEffortsAsync(Id, cancellationToken: Cancellation).ToListAsync(Cancellation))[0];
        var today = (await client.GetLeaderboardAsync(Id, cancellationToken: Cancellation)).Entries!.Single(
            entry => entry.EffortId == first.Id);

        Assert.Contains(first.Achievements!, achievement => achievement is { Type: "overall", TypeId: 2, Rank: 1 });
        Assert.Equal((1, 2), (first.KomRank, today.Rank));
    }

    private static async Task<FakeStravaServer> RunOverItAsync(int times, int byOther = 0)
    {
        var fake = await FakeStravaServer.StartAsync(World, Cancellation);
        for (var i = 1; i <= times + byOther; i++)
        {
            await UploadAsync(fake, i, i <= times ? null : "other");
        }

        return fake;
    }

    private static Task<long> UploadAsync(FakeStravaServer fake, int day, string? token = null, int secondsApart = 30) =>
        fake.UploadedAsync(
            new() { File = Gpx($"run{day}.gpx", $"2025-01-0{day}T10:00:00Z", secondsApart), SportType = SportType.Parse("Run") }, token);
}
