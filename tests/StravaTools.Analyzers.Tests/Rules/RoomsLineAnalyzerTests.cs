using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.HouseSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class RoomsLineAnalyzerTests
{
    [Theory]
    [InlineData("[|strict StravaTools.A|]", "must start with room, guard, or allow")]
    [InlineData("[|StravaTools.Client|]", "must start with room, guard, or allow")]
    [InlineData("room StravaTools.A -> [|StravaTools.Nowhere|]", "'StravaTools.Nowhere' is neither a room nor a guarded name")]
    [InlineData("room StravaTools.A -> [|StravaTools.Nowhere.*|]", "'StravaTools.Nowhere.*' is neither")]
    [InlineData("[|room StravaTools.B|]", "StravaTools.B is already listed")]
    [InlineData("[|guard System.Net|]", "guarded twice")]
    [InlineData("[|allow STRV2003 StravaTools.Client/Pump.cs Run|]", "the form is")]
    [InlineData("[|allow STRV2003 StravaTools.Client/Pump.cs Run:|]", "the form is")]
    [InlineData("[|allow STRV2003 StravaTools.Client/Gone.cs: reason|]", "StravaTools.Client/Gone.cs does not exist")]
    [InlineData("[|allow STRV2003 StravaTools.Client/Pump.cs Walk: reason|]", "StravaTools.Client/Pump.cs does not contain Walk")]
    public async Task Invalid_line_is_reported(string line, string why)
    {
        var reported = Assert.Single(await Client<RoomsLineAnalyzer>($"guard System.Net\nroom StravaTools.B -> System.Net\n{line}")
            .Source("class Pump { void Run() { } }", "/repo/src/StravaTools.Client/Pump.cs").AssertAsync());
        Assert.Contains(why, reported.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Valid_lines_are_accepted() => Assert.Empty(await Client<RoomsLineAnalyzer>(
        """
        # a comment
        guard System.Net   # and another

        room StravaTools.A -> StravaTools.B.*, System.Net
        room StravaTools.B -> StravaTools.A
        allow STRV2003 StravaTools.Client/Pump.cs Run: reason
        allow STRV2002 StravaTools.Other/Gone.cs: another project's
        """)
        .Source("class Pump { void Run() { } }", "/repo/src/StravaTools.Client/Pump.cs").AssertAsync());
}
