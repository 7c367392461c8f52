using StravaTools.Analyzers.Rules;
using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>STRV2007: conditional operators that are branches of others.</summary>
public sealed class ChainedConditionalAnalyzerTests
{
    [Theory]
    [InlineData("a ? 1 : [|b ? 2 : 3|]")]
    [InlineData("a ? [|b ? 1 : 2|] : 3")]
    [InlineData("a ? (([|b ? 1 : 2|])) : 3")]
    [InlineData("a ? 1 : [|b ? 2 : [|c ? 3 : 4|]|]")]
    public async Task Conditional_operator_in_a_branch_is_reported(string expression) =>
        Assert.NotEmpty(await Of(expression).AssertAsync());

    [Theory]
    [InlineData("a ? 1 : 2")]
    [InlineData("(a ? b : c) ? 1 : 2")]
    [InlineData("a ? System.Math.Abs(b ? 1 : 2) : 3")]
    [InlineData("a ? 1 : b switch { true => c ? 2 : 3, false => 4 }")]
    public async Task Conditional_operator_elsewhere_is_accepted(string expression) =>
        Assert.Empty(await Of(expression).AssertAsync());

    private static AnalyzerTest<ChainedConditionalAnalyzer> Of(string expression) =>
        new AnalyzerTest<ChainedConditionalAnalyzer>()
            .Source($"class Sample {{ int Choose(bool a, bool b, bool c) => {expression}; }}");
}
