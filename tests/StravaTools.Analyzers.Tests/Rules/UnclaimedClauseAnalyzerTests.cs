using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.ContractSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class UnclaimedClauseAnalyzerTests
{
    [Fact]
    public async Task A_clause_without_a_claim_is_reported_at_its_line()
    {
        var reported = Assert.Single(await Whole<UnclaimedClauseAnalyzer>(
            """
            # a comment
            UP-001 MUST client: Uploads are posted.
            [|UP-002 MUST client: Files have a name.|]
            """,
            """[Fact, Clause("UP-001")] public void Posts() { }""").AssertAsync());
        Assert.Equal(3, reported.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task Planned_and_not_shown_clauses_need_no_claim() => Assert.Empty(await Whole<UnclaimedClauseAnalyzer>(
        """
        UP-001 MUST client planned: Uploads are posted.
        UP-002 SHOULD server not-shown(it is (by its nature) unseen): Files have a name: always.
        """).AssertAsync());

    [Fact]
    public async Task Tests_of_other_projects_and_of_Pester_claim_by_their_text() => Assert.Empty(await Whole<UnclaimedClauseAnalyzer>(
        """
        UP-001 MUST client: one
        UP-002 MUST client: two
        UP-003 MUST client: three
        UP-004 MUST client: four
        UP-005 MUST client: five
        """)
        .AdditionalFile("/repo/tests/Client.Tests/OtherTests.cs", OtherTests(
            """[Theory, InlineData(1), StravaTools.Tests.Clause("UP-001", "UP-002"), Clause("UP-003")] public void Posts(int i) { }"""))
        .AdditionalFile("/repo/tests/Module/Send.Tests.ps1", """
            Describe "Send-StravaUpload" {
                Context 'a file' {
                    It 'doesn''t { hang' -Tag 'Clause:UP-004', 'Clause:UP-005' -Skip:(-not $here) { 1 | Should -Be 1 }
                }
            }
            """).AssertAsync());

    [Fact]
    public async Task Other_methods_claim_nothing() => Assert.Equal(5, (await Whole<UnclaimedClauseAnalyzer>(
        """
        [|UP-001 MUST client: one|]
        [|UP-002 MUST client: two|]
        [|UP-003 MUST client: three|]
        [|UP-004 MUST client: four|]
        [|UP-005 MUST client: five|]
        """,
        """[Clause("UP-001")] public void NoTest() { }""")
        .AdditionalFile("/repo/tests/Client.Tests/OtherTests.cs", OtherTests("""
            // [Fact, Clause("UP-002")] public void Commented() { }
            private const string Text = "[Fact, Clause(\"UP-002\")]";
            [Clause("UP-002")] public void Helper() { }
            [Fact(Explicit = true), Clause("UP-005")] public void RunByHand() { }
            """))
        .AdditionalFile("/repo/tests/Module/Send.Tests.ps1", """
            # It 'x' -Tag 'Clause:UP-003' { }
            It 'Clause:UP-003' { Invoke-Pester -Tag 'Clause:UP-003' }
            """)
        .AdditionalFile("/repo/tests/Module/notes.txt", """[Fact, Clause("UP-004")] public void M() { }""").AssertAsync()).Count);

    [Fact]
    public async Task Only_the_project_that_sees_all_tests_reports() => Assert.Empty(await Of<UnclaimedClauseAnalyzer>("").AssertAsync());
}
