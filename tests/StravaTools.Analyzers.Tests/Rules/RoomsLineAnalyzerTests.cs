using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.HouseSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class RoomsLineAnalyzerTests
{
    [Theory]
    [InlineData("[|strict StravaTools.A|]", "begins with room, guard or allow, or is strict")]
    [InlineData("[|StravaTools.Client|]", "begins with room, guard or allow")]
    [InlineData("room StravaTools.A -> [|StravaTools.Nowhere|]", "'StravaTools.Nowhere' is neither a room nor guarded")]
    [InlineData("room StravaTools.A -> [|StravaTools.Nowhere.*|]", "'StravaTools.Nowhere.*' is neither")]
    [InlineData("[|room StravaTools.B|]", "there twice")]
    [InlineData("[|guard System.Net|]", "guarded twice")]
    [InlineData("[|allow STRV2003 StravaTools.Client/Pump.cs Run|]", "an allowance is")]
    [InlineData("[|allow STRV2003 StravaTools.Client/Pump.cs Run:|]", "an allowance is")]
    [InlineData("[|allow STRV2003 StravaTools.Client/Gone.cs: reason|]", "there is no such file in StravaTools.Client/Gone.cs")]
    [InlineData("[|allow STRV2003 StravaTools.Client/Pump.cs Walk: reason|]", "there is no Walk in StravaTools.Client/Pump.cs")]
    public async Task A_line_that_says_nothing_is_reported(string line, string why)
    {
        var reported = Assert.Single(await Client<RoomsLineAnalyzer>($"guard System.Net\nroom StravaTools.B -> System.Net\n{line}")
            .Source("class Pump { void Run() { } }", "/repo/src/StravaTools.Client/Pump.cs").AssertAsync());
        Assert.Contains(why, reported.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_are_understood_are_fine() => Assert.Empty(await Client<RoomsLineAnalyzer>(
        """
        # a comment
        strict
        guard System.Net   # and another

        room StravaTools.A -> StravaTools.B.*, System.Net
        room StravaTools.B -> StravaTools.A
        allow STRV2003 StravaTools.Client/Pump.cs Run: reason
        allow STRV2002 StravaTools.Other/Gone.cs: another project's
        """)
        .Source("class Pump { void Run() { } }", "/repo/src/StravaTools.Client/Pump.cs").AssertAsync());
}
