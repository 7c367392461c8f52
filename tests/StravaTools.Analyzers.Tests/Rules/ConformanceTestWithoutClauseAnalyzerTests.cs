using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.ContractSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class ConformanceTestWithoutClauseAnalyzerTests
{
    private const string Tests = """
        [Fact] public void {0}() { }
        [Theory, Clause, InlineData(1)] public void {1}(int i) { }
        [Fact, Clause("UP-001")] public void Claims() { }
        public void Helper() { }
        """;

    [Fact]
    public async Task A_test_of_the_contract_has_a_clause() => Assert.Equal(2, (await Whole<ConformanceTestWithoutClauseAnalyzer>(
        Clauses, Tests.Replace("{0}", "[|Posts|]", StringComparison.Ordinal).Replace("{1}", "[|Empty|]", StringComparison.Ordinal))
            .AssertAsync()).Count);

    [Fact]
    public async Task Other_tests_need_no_clause() => Assert.Empty(await Of<ConformanceTestWithoutClauseAnalyzer>(
        Tests.Replace("{0}", "Posts", StringComparison.Ordinal).Replace("{1}", "Empty", StringComparison.Ordinal)).AssertAsync());
}
