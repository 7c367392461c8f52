using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Rules;
using StravaTools.Analyzers.Tests.Harness;
using static StravaTools.Analyzers.Tests.Rules.CmdletSources;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>STRV1010 to STRV1012: the help page, the Pester file, and the export of a cmdlet.</summary>
public sealed class CmdletModuleTests
{
    private const string Manifest = """
        @{
            NestedModules   = @('module/Sample.dll')  # 'Other.dll' is not nested
            CmdletsToExport = @(
                'Get-StravaRide'
                # 'Get-StravaOld'
                "Send-StravaRide"
            )
            AliasesToExport = @('gone')
        }
        """;

    [Fact]
    public async Task Exported_cmdlet_without_help_page_is_reported() => Assert.Single(await With<MissingHelpPageAnalyzer>("""
        [Cmdlet("Get", "StravaRide")] public sealed class A : PSCmdlet { }
        [Cmdlet("Send", "StravaRide")] public sealed class [|B|] : PSCmdlet { }
        [Cmdlet("Test", "StravaHidden")] public sealed class C : PSCmdlet { }
        """).AdditionalFile("/repo/module/docs/Get-StravaRide.md", "").AdditionalFile("/repo/Send-StravaRide.md", "").AssertAsync());

    [Fact]
    public async Task Exported_cmdlet_without_Pester_file_is_reported() => Assert.Single(await With<MissingPesterFileAnalyzer>("""
        [Cmdlet("Get", "StravaRide")] public sealed class A : PSCmdlet { }
        [Cmdlet("Send", "StravaRide")] public sealed class [|B|] : PSCmdlet { }
        [Cmdlet("Test", "StravaHidden")] public sealed class C : PSCmdlet { }
        """).AdditionalFile(@"C:\repo\tests\Module\Get-StravaRide.Tests.ps1", "").AssertAsync());

    [Fact]
    public async Task A_cmdlet_that_is_not_exported_and_an_export_that_is_not_a_cmdlet_are_reported()
    {
        var reported = await Of<ManifestExportsAnalyzer>("""
            [Cmdlet("Get", "StravaRide")] public sealed class A : PSCmdlet { }
            [Cmdlet("Get", "StravaNew")] public sealed class [|B|] : PSCmdlet { }
            """).AdditionalFile("/repo/Sample.psd1", Manifest.Replace("Send-StravaRide", "[|Send-StravaRide|]", StringComparison.Ordinal))
                .AssertAsync();

        Assert.Equal(
            ["Get-StravaNew is not in CmdletsToExport of the manifest, so it cannot be called",
                "Send-StravaRide is exported but has no cmdlet class"],
            reported.Select(one => one.GetMessage(null)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("CmdletsToExport = 'Get-StravaRide'")]
    [InlineData("  cmdletstoexport='*'")]
    [InlineData("NestedModules = 'Other.dll', 'Sample.dll'\nCmdletsToExport = @('Get-StravaRide', 'Get-Other')")]
    public async Task Other_export_forms_and_cmdlets_of_other_assemblies_are_accepted(string manifest) => Assert.Empty(
        await Of<ManifestExportsAnalyzer>("""[Cmdlet("Get", "StravaRide")] public sealed class A : PSCmdlet { }""")
            .AdditionalFile("/repo/Sample.psd1", manifest).AssertAsync());

    [Fact]
    public async Task Other_data_files_are_not_manifests() => Assert.Single(
        await Of<ManifestExportsAnalyzer>("""[Cmdlet("Get", "StravaRide")] public sealed class [|A|] : PSCmdlet { }""")
            .AdditionalFile("/repo/Settings.psd1", "@{ Rules = 'all' }")
                .AdditionalFile("/repo/Sample.psd1", "@{ RootModule = 'x'; CmdletsToExport = @() }").AssertAsync());

    [Fact]
    public async Task Projects_without_a_manifest_are_ignored()
    {
        const string Source = """[Cmdlet("Get", "StravaRide")] public sealed class A : PSCmdlet { }""";
        Assert.Empty(await Of<MissingHelpPageAnalyzer>(Source).AssertAsync());
        Assert.Empty(await Of<MissingPesterFileAnalyzer>(Source).AssertAsync());
        Assert.Empty(await Of<ManifestExportsAnalyzer>(Source).AssertAsync());
    }

    private static AnalyzerTest<TAnalyzer> With<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new() => Of<TAnalyzer>(source).AdditionalFile("/repo/Sample.psd1", Manifest);
}
