using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.HouseSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class UnusedArrowTests
{
    [Fact]
    public async Task An_arrow_without_a_use_is_reported_at_the_arrow()
    {
        var reported = await CheckAsync("""
            guard System.Net
            guard System.Diagnostics.Process
            room StravaTools.Client -> [|StravaTools.Client.Low|], StravaTools.Client.Http, [|System.Diagnostics.Process|]   # a comment
            room StravaTools.Client.Http -> System.Net, [|StravaTools.Client|]
            room StravaTools.Client.Low
            """);
        Assert.Equal("The code of StravaTools.Client does not use StravaTools.Client.Low. Delete the arrow.", reported[0]);
    }

    [Fact]
    public async Task A_using_directive_or_a_documentation_comment_is_not_a_use() => Assert.Single(await CheckAsync(
        "guard System.Net\nguard System.Text\nroom StravaTools.Client -> [|System.Text|], StravaTools.Client.Http\n"
            + "room StravaTools.Client.Http -> System.Net"));

    [Fact]
    public async Task An_arrow_to_all_rooms_below_is_used_by_any_of_them() => Assert.Single(await CheckAsync("""
        guard System.Net
        guard System.Net.WebUtility
        room StravaTools.Client -> StravaTools.Client.*, [|StravaTools.Activities.*|]
        room StravaTools.Client.Http -> System.Net.*
        room StravaTools.Activities
        room StravaTools.Activities.Formats
        """));

    [Fact]
    public async Task Arrows_of_other_projects_and_of_rooms_without_code_are_ignored() => Assert.Empty(await CheckAsync("""
        guard System.Net
        room StravaTools -> System.Net
        room StravaTools.Client -> StravaTools.Client.Http
        room StravaTools.Client.Http -> System.Net
        room StravaTools.Client.Tool -> StravaTools.Client
        room StravaTools.ClientOther -> StravaTools.Client
        room StravaTools.PowerShell -> StravaTools.Client
        """));

    private static async Task<List<string>> CheckAsync(string rooms)
    {
        var reported = await Client<RoomArrowAnalyzer>(rooms, RuleIdentifiers.UnusedArrow)
            .Source(
                """
                using System.Text;
                namespace StravaTools.Client;
                /// <summary><see cref="Rune"/></summary>
                public class Client { public Http.Transport? Transport { get; set; } }
                """, "/repo/src/StravaTools.Client/Client.cs")
            .Source(
                "namespace StravaTools.Client.Http; public class Transport { public System.Net.HttpStatusCode Code; }",
                "/repo/src/StravaTools.Client/Http/Transport.cs")
            .AssertAsync();
        return [.. reported.Select(one => one.GetMessage(null))];
    }
}
