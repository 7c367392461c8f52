using StravaTools.Activities.Model;
using StravaTools.Client.Activities;
using StravaTools.Client.Tests.Support;
using StravaTools.FakeStrava;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Activities;

/// <summary>strava-activities.md, "List athlete activities"; strava-v3-api.md, "Pagination".</summary>
public sealed class ListActivitiesTests
{
    private static readonly DateTimeOffset Noon = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    [Clause("V3-052")]
    public async Task Pages_are_requested_until_one_is_empty()
    {
        await using var server = new ScriptedServer(Page((1, 5), (2, 4)), Page((3, 3)), Page((3, 3), (4, 2)), Page());
        var listed = await ToListAsync(For(server).ListActivitiesAsync(perPage: 2, cancellationToken: Cancellation));

        Assert.Equal([1, 2, 3, 4], listed.Select(activity => activity.Id));
        Assert.Equal(["page=1&per_page=2", "page=2&per_page=2", "page=3&per_page=2", "page=4&per_page=2"], Queries(server));
        Assert.Equal(new Uri(server.Uri, "activities/1"), listed[0].ActivityUrl);
    }

    [Fact]
    public async Task Page_is_requested_only_when_needed()
    {
        await using var server = new ScriptedServer(Page((1, 5), (2, 4)), Page((3, 3)));
        await foreach (var activity in For(server).ListActivitiesAsync(cancellationToken: Cancellation))
        {
            if (activity.Id == 2)
            {
                break;
            }
        }

        Assert.Equal("page=1&per_page=200", Assert.Single(Queries(server)));
    }

    /// <summary>Two activities begin in one second, on different pages.</summary>
    [Fact]
    [Clause("AC-172")]
    public async Task Bounded_list_moves_its_bound_and_never_sends_a_page()
    {
        await using var before =
            new ScriptedServer(Page((1, 5), (2, 4)), Page((2, 4), (3, 4)), Page((2, 4), (3, 4)), Page((4, 1)), Page((4, 1)), Page());
        var listed = await ToListAsync(
            For(before).ListActivitiesAsync(before: Noon.AddHours(9), perPage: 2, cancellationToken: Cancellation));
        Assert.Equal([1, 2, 3, 4], listed.Select(activity => activity.Id));
        Assert.Equal(
            Sent("before", [Noon.AddHours(9), At(4).AddSeconds(1), At(4).AddSeconds(1), At(4), At(1).AddSeconds(1), At(1)]),
            Queries(before));

        await using var after = new ScriptedServer(Page((1, 1), (2, 2)), Page((2, 2)), Page());
        listed = await ToListAsync(For(after).ListActivitiesAsync(after: Noon, perPage: 2, cancellationToken: Cancellation));
        Assert.Equal([1, 2], listed.Select(activity => activity.Id));
        Assert.Equal(Sent("after", [Noon, At(2).AddSeconds(-1), At(2)]), Queries(after));
    }

    [Fact]
    public async Task List_with_both_bounds_ends_before_the_upper_bound()
    {
        await using var server = new ScriptedServer(Page((1, 1), (2, 2), (3, 3), (4, 4)));
        var listed = await ToListAsync(For(server).ListActivitiesAsync(before: At(3), after: Noon, cancellationToken: Cancellation));

        Assert.Equal([1, 2], listed.Select(activity => activity.Id));
        Assert.Equal($"after={Noon.ToUnixTimeSeconds()}&per_page=200", Assert.Single(Queries(server)));
    }

    [Fact]
    public async Task Fractional_bounds_lose_no_activity()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var client = For(fake);
        foreach (var hour in Enumerable.Range(0, 4))
        {
            await client.CreateActivityAsync(
                new NewActivity
                {
                    Name = $"{hour}",
                    SportType = SportType.Parse("Yoga"),
                    StartTime = At(hour),
                    ElapsedTime = TimeSpan.FromMinutes(5)
                }, Cancellation);
        }

        // The fake's athlete has its own time zone, so the bounds come from the fake.
        var all = await ToListAsync(client.ListActivitiesAsync(perPage: 3, cancellationToken: Cancellation));
        var one = all.Single(activity => activity.Name == "1").StartDate!.Value;
        Assert.Equal(["3", "2", "1", "0"], all.Select(activity => activity.Name));
        Assert.Equal(["0"], await NamesAsync(before: one));
        Assert.Equal(["1", "0"], await NamesAsync(before: one.AddMilliseconds(1)));
        Assert.Equal(["2", "3"], await NamesAsync(after: one));
        Assert.Equal(["2", "3"], await NamesAsync(after: one.AddMilliseconds(1)));
        Assert.Equal(["1", "2"], await NamesAsync(before: one.AddHours(2), after: one.AddSeconds(-1)));

        async Task<IEnumerable<string?>> NamesAsync(DateTimeOffset? before = null, DateTimeOffset? after = null) =>
            (await ToListAsync(client.ListActivitiesAsync(before, after, 1, Cancellation))).Select(activity => activity.Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void Page_size_is_limited_to_200(int perPage) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Create(Unreachable()).ListActivitiesAsync(perPage: perPage, cancellationToken: Cancellation));

    [Fact]
    public async Task Documented_meta_representation_is_requested_by_header_and_read_by_position()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, Documented.Example("activities-meta.json")));
        var metas = await For(server).ListActivityMetaAsync(Cancellation);

        Assert.Contains("\r\nAccept: application/json+meta\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.Equal(2, metas.Count);
        var expected = new StravaActivityMeta
        {
            Id = 14295430,
            UpdatedAt = new DateTimeOffset(2013, 8, 1, 22, 32, 9, TimeSpan.Zero),
            Type = "Ride",
            StartDateLocal = new DateTime(2009, 7, 17, 7, 42, 59),
            ElapsedTime = 7420,
            Private = false,
            Flagged = false,
        };
        Assert.Equal(expected, metas[0]);
    }

    [Fact]
    public async Task Meta_representation_can_be_longer_shorter_or_contain_null()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Json(200, """[[9007199254740993,null,null,null,null,1,true,12,null,"new"],[5]]"""),
                ScriptedServer.Json(200, "[[]]"));
        var client = For(server);
        var metas = await client.ListActivityMetaAsync(Cancellation);

        Assert.Equal(
            [new StravaActivityMeta { Id = 9007199254740993, Private = true, Flagged = true, MapStartIndex = 12 },
                new StravaActivityMeta { Id = 5 }], metas);
        await AssertErrorAsync(StravaErrors.UnexpectedAnswer, () => client.ListActivityMetaAsync(Cancellation));
    }

    private static DateTimeOffset At(int hour) => Noon.AddHours(hour);

    private static string Page(params (long Id, int Hour)[] activities) => ScriptedServer.Json(
        200, $"[{string.Join(',', activities.Select(activity => $$"""{"id":{{activity.Id}},"start_date":"{{At(activity.Hour):yyyy-MM-ddTHH:mm:ssZ}}"}"""))}]");

    private static IEnumerable<string> Sent(string name, DateTimeOffset[] bounds) =>
        bounds.Select(bound => $"{name}={bound.ToUnixTimeSeconds()}&per_page=2");

    private static IEnumerable<string> Queries(ScriptedServer server) => server.Requests.Select(request => request.Split('?', ' ')[2]);

    private static async Task<List<StravaActivity>> ToListAsync(IAsyncEnumerable<StravaActivity> activities)
    {
        var list = new List<StravaActivity>();
        await foreach (var activity in activities)
        {
            list.Add(activity);
        }

        return list;
    }
}
