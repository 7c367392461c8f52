using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.ContractSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class TestAlwaysSkippedAnalyzerTests
{
    [Theory]
    [InlineData("[[|Fact(Skip = \"later\")|]] public void Test() { }")]
    [InlineData("[Theory, [|InlineData(1, Skip = \"later\")|], InlineData(2)] public void Test(int i) { }")]
    [InlineData("[Fact] public void Test() { [|Assert.Skip(\"later\");|] }")]
    [InlineData("[Fact] public void Test() { var why = \"later\"; [|Xunit.Assert.Skip(why);|] Assert.True(true); }")]
    [InlineData("[Fact] public void Test() => [|Assert.SkipWhen(true, \"later\")|];")]
    [InlineData("[Fact] public void Test() { [|Assert.SkipUnless(false, \"later\");|] }")]
    public async Task A_skip_without_a_condition_is_reported(string test) =>
        Assert.Single(await Of<TestAlwaysSkippedAnalyzer>(test).AssertAsync());

    [Theory]
    [InlineData("[Fact(Skip = \"not here\", SkipUnless = nameof(Here))] public void Test() { } public static bool Here => true;")]
    [InlineData("[Fact(Skip = \"not here\", SkipWhen = nameof(Here))] public void Test() { } public static bool Here => true;")]
    [InlineData("[Fact(Skip = \"by hand\", Explicit = true)] public void Test() { }")]
    [InlineData("[Fact] public void Test() { Assert.SkipWhen(OperatingSystem.IsWindows(), \"no signals\"); }")]
    [InlineData("[Fact] public void Test() { if (OperatingSystem.IsWindows()) { Assert.Skip(\"no signals\"); } }")]
    [InlineData("[Fact(Skip = null)] public void Test() { }")]
    public async Task A_skip_with_a_condition_is_accepted(string test) =>
        Assert.Empty(await Of<TestAlwaysSkippedAnalyzer>(test).AssertAsync());
}
