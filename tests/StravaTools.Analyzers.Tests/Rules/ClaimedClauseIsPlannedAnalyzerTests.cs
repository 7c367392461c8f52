using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.ContractSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class ClaimedClauseIsPlannedAnalyzerTests
{
    [Fact]
    public async Task A_clause_cannot_be_claimed_and_planned()
    {
        var reported = await Whole<ClaimedClauseIsPlannedAnalyzer>(
            """
            [|UP-001 MUST client planned: Uploads are posted.|]
            [|UP-002 MUST client not-shown(not observable): Files have a name.|]
            UP-003 MUST client planned: Later.
            UP-004 MUST client: Now.
            """,
            """
            [Fact, Clause("UP-001", "UP-004")] public void Posts() { }
            [Fact, Clause("UP-002")] public void Names() { }
            """).AssertAsync();
        Assert.Equal("UP-001 is claimed by UploadTests.Posts but is still marked as 'planned'", reported[0].GetMessage(null));
    }

    [Fact]
    public async Task Claim_of_a_Pester_test_counts() =>
        Assert.Single(await Whole<ClaimedClauseIsPlannedAnalyzer>("[|UP-001 MUST client planned: Uploads are posted.|]")
        .AdditionalFile("/repo/tests/Module/Send.Tests.ps1", "It 'posts' -Tag 'Clause:UP-001' { }").AssertAsync());
}
