using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.ContractSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class TestWithoutAssertionAnalyzerTests
{
    [Theory]
    [InlineData("[Fact] public void [|Test|]() { }")]
    [InlineData("[Fact] public void [|Test|]() => Console.WriteLine();")]
    [InlineData("[Theory, InlineData(1)] public async Task [|Test|](int i) => await Task.FromResult(i);")]
    [InlineData("[Fact] public void [|Test|]() { Assert.SkipWhen(DateTime.Now.Hour > 1, \"late\"); Helper(); } void Helper() { }")]
    [InlineData("[Fact] public void [|Test|]() { Record.Exception(() => Helper()); } void Helper() { }")]
    [InlineData("[Fact] public void [|Test|]() { System.Diagnostics.Debug.Assert(true); }")]
    [InlineData("[Fact] public void [|Test|]() => A(); void A() => B(); void B() => A();")]
    public async Task A_test_that_asserts_nothing_is_reported(string test) =>
        Assert.Single(await Of<TestWithoutAssertionAnalyzer>(test).AssertAsync());

    [Theory]
    [InlineData("[Fact] public void Test() => Assert.True(1 > 0);")]
    [InlineData("[Fact] public void Test() { foreach (var i in new[] { 1 }) { Xunit.Assert.NotNull(this); } }")]
    [InlineData("[Fact] public async Task Test() => await Assert.ThrowsAsync<Exception>(() => Task.CompletedTask);")]
    [InlineData("[Fact] public void Test() { var e = Record.Exception(() => { }); Assert.Null(e); }")]
    [InlineData("[Fact] public void Test() => AssertAll(1); void AssertAll(int i) { }")]
    [InlineData("[Fact] public void Test() => Helper(); void Helper() => Assert.True(true);")]
    [InlineData("[Fact] public void Test() => A(); void A() => B(); void B() => C(); void C() => Assert.True(true);")]
    [InlineData("[Fact] public void Test() => new List<int>().ForEach(Check); static void Check(int i) => Assert.True(i > 0);")]
    [InlineData("[Fact] public void Test() => Check<string>(\"\"); static void Check<T>(T i) => Assert.NotNull(i);")]
    [InlineData(
        "[Fact] public void Test() => 1.ShouldBe(1); }\npublic static class Should { public static void ShouldBe(this int i, int j) => "
            + "Assert.Equal(i, j);")]
    [InlineData("public void Helper() { }")]
    public async Task A_test_that_asserts_is_accepted(string test) =>
        Assert.Empty(await Of<TestWithoutAssertionAnalyzer>(test).AssertAsync());
}
