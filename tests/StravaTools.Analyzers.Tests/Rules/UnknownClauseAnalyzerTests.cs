using StravaTools.Analyzers.Rules;
using StravaTools.Analyzers.Tests.Harness;
using static StravaTools.Analyzers.Tests.Rules.ContractSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class UnknownClauseAnalyzerTests
{
    [Fact]
    public async Task Unknown_clause_is_reported_at_the_claim_with_the_closest_id()
    {
        var reported = await Of<UnknownClauseAnalyzer>("""
            [Fact, Clause("UP-001", [|"UP-012"|])]
            public void Uploads() { }

            [Fact]
            [Clause([|"XY-999"|])]
            public void Others() { }
            """).AssertAsync();

        Assert.Equal("The contract has no clause 'UP-012'. Did you mean 'UP-002'?", reported[0].GetMessage(null));
        Assert.Equal("The contract has no clause 'XY-999'", reported[1].GetMessage(null));
    }

    [Fact]
    public async Task A_claim_that_is_not_a_literal_is_reported() => Assert.Single(await Of<UnknownClauseAnalyzer>("""
        private const string Id = "UP-001";

        [Fact, Clause([|Id|])]
        public void Uploads() { }
        """).AssertAsync());

    [Fact]
    public async Task Known_clauses_are_accepted() => Assert.Empty(await Of<UnknownClauseAnalyzer>("""
        [Fact, Clause("UP-001", "UP-002"), StravaTools.Tests.ClauseAttribute("UP-001")]
        public void Uploads() { }
        """).AssertAsync());

    [Fact]
    public async Task A_typo_in_a_Pester_file_is_reported_at_its_line() => Assert.Single(await Whole<UnknownClauseAnalyzer>(Clauses)
        .AdditionalFile("/repo/tests/Module/Send.Tests.ps1", """
            # It 'is a comment' -Tag 'Clause:UP-999' {
            Describe 'Send' -Tag 'Slow' {
                It 'doesn''t hang' -Tag 'Clause:UP-002', 'Quick', 'Clause:[|UP-0O1|]' -ForEach @(
                    @{ Name = 'a' }
                ) {
                    $text = "Clause:UP-999"
                }
            }
            """).AssertAsync());

    [Fact]
    public async Task Projects_without_tests_are_ignored() => Assert.Empty(await new AnalyzerTest<UnknownClauseAnalyzer>().Source("""
        public sealed class ClauseAttribute(string id) : System.Attribute { public string Id => id; }
        public class C { [Clause("ZZ-001")] public void M() { } }
        """).AssertAsync());
}
