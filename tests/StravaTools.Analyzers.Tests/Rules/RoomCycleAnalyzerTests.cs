using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.HouseSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class RoomCycleAnalyzerTests
{
    [Fact]
    public async Task Two_rooms_that_use_each_other_are_reported_at_the_first_of_their_arrows()
    {
        var reported = Assert.Single(await CheckAsync("""
            room StravaTools.Client -> StravaTools.Client.Low, [|StravaTools.Client.Http|]
            room StravaTools.Client.Http -> StravaTools.Client.Low, StravaTools.Client
            room StravaTools.Client.Low
            """));
        Assert.Equal(
            "These rooms use each other: StravaTools.Client -> StravaTools.Client.Http -> StravaTools.Client. Delete one of these arrows.",
            reported);
    }

    [Fact]
    public async Task A_cycle_of_three_rooms_is_reported_once_with_its_rooms_in_order()
    {
        var reported = Assert.Single(await CheckAsync("""
            room StravaTools.Client.Low -> [|StravaTools.Client|]
            room StravaTools.Client.Http -> StravaTools.Client.Low
            room StravaTools.Client -> StravaTools.Client.Http
            """));
        Assert.Contains(
            "StravaTools.Client.Low -> StravaTools.Client -> StravaTools.Client.Http -> StravaTools.Client.Low.", reported,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mutual_pair_in_a_larger_cycle_is_reported() => Assert.Equal(3, (await CheckAsync("""
        room StravaTools.Client -> [|StravaTools.Client.Http|], [|StravaTools.Client.Low|]
        room StravaTools.Client.Http -> StravaTools.Client, [|StravaTools.Client.Low|]
        room StravaTools.Client.Low -> StravaTools.Client, StravaTools.Client.Http
        """)).Count);

    [Fact]
    public async Task An_arrow_to_all_rooms_below_closes_a_cycle_through_any_of_them() => Assert.Single(await CheckAsync("""
        room StravaTools.Client -> [|StravaTools.Client.*|]
        room StravaTools.Client.Http
        room StravaTools.Client.Low -> StravaTools.Client
        """));

    [Fact]
    public async Task Layers_with_two_paths_to_the_same_room_are_accepted() => Assert.Empty(await CheckAsync("""
        guard System.Net
        room StravaTools.Client -> StravaTools.Client.*, System.Net
        room StravaTools.Client.Http -> StravaTools.Client.Low, System.Net
        room StravaTools.Client.Low -> StravaTools.Activities
        room StravaTools.Activities
        """));

    [Fact]
    public async Task A_cycle_is_reported_in_the_project_whose_rooms_form_it() => Assert.Empty(await CheckAsync("""
        room StravaTools.Client
        room StravaTools.Activities -> StravaTools.Activities.Formats
        room StravaTools.Activities.Formats -> StravaTools.Activities
        """));

    private static async Task<List<string>> CheckAsync(string rooms)
    {
        var reported = await Client<RoomCycleAnalyzer>(rooms)
            .Source("class Client;", "/repo/src/StravaTools.Client/Client.cs")
            .Source("class Transport;", "/repo/src/StravaTools.Client/Http/Transport.cs")
            .AssertAsync();
        return [.. reported.Select(one => one.GetMessage(null))];
    }
}
