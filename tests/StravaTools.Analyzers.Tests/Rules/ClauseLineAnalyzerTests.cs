using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.ContractSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class ClauseLineAnalyzerTests
{
    [Theory]
    [InlineData("UP-1 MUST client: One.", "'UP-1' is not an ID")]
    [InlineData("up-001 MUST client: One.", "'up-001' is not an ID")]
    [InlineData("- UP-001 MUST client: One.", "'-' is not an ID")]
    [InlineData("UP-001 must client: One.", "the ID must be followed by MUST")]
    [InlineData("UP-001: One.", "the ID must be followed by MUST")]
    [InlineData("UP-001 MUST: One.", "the level must be followed by client")]
    [InlineData("UP-001 MUST user: One.", "the level must be followed by client")]
    [InlineData("UP-001 MUST client later: One.", "'later' is neither 'planned' nor")]
    [InlineData("UP-001 MUST client planned planned: One.", "'planned planned' is neither")]
    [InlineData("UP-001 MUST client planned not-shown(x): One.", "'planned' is neither")]
    [InlineData("UP-001 MUST client not-shown: One.", "'not-shown' is neither")]
    [InlineData("UP-001 MUST client not-shown(): One.", "requires a reason")]
    [InlineData("UP-001 MUST client not-shown(x: One.", "requires a reason and '):'")]
    [InlineData("UP-001 MUST client:", "the statement are missing")]
    [InlineData("UP-001 MUST client", "the statement are missing")]
    public async Task Invalid_clause_line_is_reported(string line, string why)
    {
        var reported = Assert.Single(await Whole<ClauseLineAnalyzer>($"[|{line}|]\nUP-002 MUST file: Fine.").AssertAsync());
        Assert.Contains(why, reported.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_is_unique_in_all_files() => Assert.Contains(
        "UP-001 is already used in line 2 of uploads.clauses",
        (await Whole<ClauseLineAnalyzer>("UP-001 MUST client: One.\n[|UP-001 MAY server: Again.|]")
            .AdditionalFile("/repo/tests/Conformance/contract/z.clauses", "## Z\n[|UP-001 MAY file: And again.|]").AssertAsync())[0]
                .GetMessage(null),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_clause_belongs_to_a_section() => Assert.Single(await Whole<ClauseLineAnalyzer>("UP-001 MUST client: One.")
        .AdditionalFile("/repo/tests/Conformance/contract/z.clauses", "[|ZZ-001 MAY file: Where?|]").AssertAsync());

    [Fact]
    public async Task Clauses_comments_and_sections_are_accepted() => Assert.Empty(await Whole<ClauseLineAnalyzer>(
        """
        # Comment: with colon

        ## Rate limits
        RL2-001 MUST server planned: Headers: X-RateLimit-Limit.
        UP-002 SHOULD file not-shown(a reason (with brackets): and a colon): One.
        UP-003 MAY client: The text not-shown(x) may be in a statement: yes.
        """).AssertAsync());
}
