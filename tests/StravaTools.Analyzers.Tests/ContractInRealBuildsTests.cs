using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests;

/// <summary>Checks the contract's rules in real builds: the error has the correct file and line.</summary>
[TimeLimit(180)]
public sealed class ContractInRealBuildsTests : IClassFixture<SampleProject>
{
    private const string Uploads = """
        # strava-uploads.md
        ## Upload an Activity
        UP-001 MUST client: A file is sent as multipart/form-data.
        UP-002 MUST server: The answer is 201.
        UP-003 MUST client planned: Files may be gzipped.
        """;

    private const string Photos = """
        ## Photos
        PH-001 MUST client: A photo is sent with PUT.
        PH-002 MAY server: An address may expire.
        """;

    private const string Xunit = """
        namespace Xunit
        {
            public sealed class FactAttribute : System.Attribute;
            public static class Assert { public static void True(bool value) { } }
        }

        namespace StravaTools.Tests
        {
            [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
            public sealed class ClauseAttribute(params string[] ids) : System.Attribute { public string[] Ids => ids; }
        }
        """;

    private const string Tests = """
        using StravaTools.Tests;
        using Xunit;

        public sealed class UploadTests
        {
            [Fact, Clause("UP-001")]
            public void A_file_is_sent_as_multipart() => Assert.True(true);
        }
        """;

    private const string OtherTests = """
        public sealed class ServerTests
        {
            [Fact]
            [Clause("UP-002"), Clause("PH-001")]
            public void Answers() => Assert.True(true);
        }
        """;

    private const string Pester = """
        Describe 'Add-StravaPhoto' {
            It 'may expire' -Tag 'Clause:PH-002' { 1 | Should -Be 1 }
        }
        """;

    private readonly SampleProject _project;

    public ContractInRealBuildsTests(SampleProject project)
    {
        _project = project;
        _project.Write("contract/uploads.clauses", Uploads);
        _project.Write("contract/photos.clauses", Photos);
        _project.Write("Xunit.cs", Xunit);
        _project.Write("UploadTests.cs", Tests);
        _project.Write("Others/ServerTests.cs", OtherTests);
        _project.Write("Others/Add-StravaPhoto.Tests.ps1", Pester);
    }

    [Fact]
    public async Task A_contract_that_is_kept_builds() => Assert.Empty(await _project.BuildAsync());

    [Theory]
    [InlineData("UploadTests.cs", Tests, ", Clause(\"UP-001\")", "uploads.clauses(3): STRV3002", "UploadTests.cs(7): STRV3005")]
    [InlineData("Others/ServerTests.cs", OtherTests, "Clause(\"UP-002\"), ", "uploads.clauses(4): STRV3002")]
    [InlineData("Others/ServerTests.cs", OtherTests, ", Clause(\"PH-001\")", "photos.clauses(2): STRV3002")]
    [InlineData("Others/Add-StravaPhoto.Tests.ps1", Pester, " -Tag 'Clause:PH-002'", "photos.clauses(3): STRV3002")]
    public async Task Deleting_any_claim_breaks_the_build_at_its_clause(string file, string text, string claim, params string[] errors)
    {
        Assert.Contains(claim, text, StringComparison.Ordinal);
        _project.Write(file, text.Replace(claim, "", StringComparison.Ordinal));
        Assert.Equal(errors, (await _project.BuildAsync()).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_clause_without_a_test_breaks_the_build()
    {
        _project.Write("contract/photos.clauses", Photos + "\nPH-003 MUST client: A photo has a file name.");
        Assert.Equal(["photos.clauses(4): STRV3002"], await _project.BuildAsync());
    }

    [Fact]
    public async Task A_typo_in_a_claimed_id_breaks_the_build_at_the_claim()
    {
        _project.Write("UploadTests.cs", Tests.Replace("UP-001", "UP-01", StringComparison.Ordinal));
        _project.Write("Others/Add-StravaPhoto.Tests.ps1", Pester.Replace("PH-002", "PH-2", StringComparison.Ordinal));
        Assert.Equal(
            ["Add-StravaPhoto.Tests.ps1(2): STRV3001", "UploadTests.cs(6): STRV3001", "photos.clauses(3): STRV3002",
                "uploads.clauses(3): STRV3002"],
            (await _project.BuildAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_test_without_an_assertion_breaks_the_build()
    {
        _project.Write("UploadTests.cs", Tests.Replace("=> Assert.True(true);", "{ }", StringComparison.Ordinal));
        Assert.Equal(["UploadTests.cs(7): STRV3006"], await _project.BuildAsync());
    }
}
