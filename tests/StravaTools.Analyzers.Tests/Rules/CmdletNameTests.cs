using StravaTools.Analyzers.Cmdlets;
using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.CmdletSources;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>STRV1001 to STRV1003: the verb, the noun, and the class.</summary>
public sealed class CmdletNameTests
{
    [Fact]
    public async Task A_verb_that_is_not_approved_is_reported_at_the_verb()
    {
        var reported = await Of<CmdletVerbAnalyzer>("""
            [Cmdlet([|"Upload"|], "StravaFile")] public sealed class A : PSCmdlet { }
            [Cmdlet([|"get"|], "StravaFile")] public sealed class B : PSCmdlet { }
            """).AssertAsync();

        Assert.Equal(
            ["'Upload' is not an approved verb; Get-Verb lists the approved verbs", "'get' is not an approved verb; use 'Get'"],
            reported.Select(one => one.GetMessage(null)));
    }

    [Fact]
    public async Task Approved_verbs_and_other_classes_are_accepted() => Assert.Empty(await Of<CmdletVerbAnalyzer>("""
        [Cmdlet(VerbsCommon.Get, "StravaFile")] public sealed class A : PSCmdlet { }
        [Cmdlet("Ping", "StravaFile")] public sealed class B : PSCmdlet { }
        public abstract class Upload : PSCmdlet { }
        """).AssertAsync());

    /// <summary>The list is a copy of PowerShell's list, which has had 100 verbs since version 6.</summary>
    [Fact]
    public void List_contains_all_verbs_of_PowerShell()
    {
        Assert.All(
            ["Add", "Skip", "Write", "ConvertFrom", "Update", "Trace", "Build", "Deploy", "Wait", "Use", "Unprotect"], verb =>
            Assert.True(CmdletVerbs.IsApproved(verb)));
        Assert.All(["Upload", "Download", "Create", "Delete", "Run", "Kill", ""], verb => Assert.False(CmdletVerbs.IsApproved(verb)));
    }

    [Theory]
    [InlineData("StravaActivities")]
    [InlineData("StravaUploads")]
    [InlineData("StravaStatuses")]
    [InlineData("StravaPeople")]
    [InlineData("stravaUpload")]
    [InlineData("Strava_Upload")]
    [InlineData("StravaGPSTracks")]
    public async Task Plural_and_miscased_nouns_are_reported(string noun) => Assert.Single(
        await Of<CmdletNounAnalyzer>($$"""[Cmdlet("Get", [|"{{noun}}"|])] public sealed class A : PSCmdlet { }""").AssertAsync());

    [Theory]
    [InlineData("StravaActivity")]
    [InlineData("StravaUploadStatus")]
    [InlineData("StravaAnalysis")]
    [InlineData("StravaAddress")]
    [InlineData("StravaKudos")]
    [InlineData("StravaGps")]
    [InlineData("StravaOAuth2Token")]
    public async Task Singular_nouns_that_end_with_s_are_accepted(string noun) => Assert.Empty(
        await Of<CmdletNounAnalyzer>($$"""[Cmdlet("Get", "{{noun}}")] public sealed class A : PSCmdlet { }""").AssertAsync());

    [Fact]
    public async Task A_noun_without_the_prefix_of_the_module_is_reported_if_it_has_one()
    {
        const string Source = """
            [Cmdlet("Get", [|"Photo"|])] public sealed class A : PSCmdlet { }
            [Cmdlet("Get", "FakeStrava")] public sealed class B : PSCmdlet { }
            [Cmdlet("Test", "ActivityFile")] public sealed class C : PSCmdlet { }
            """;
        Assert.Single(await Of<CmdletNounAnalyzer>(Source).Option("stravatools_cmdlet_noun_words", "Strava, ActivityFile").AssertAsync());
        Assert.Empty(
            await Of<CmdletNounAnalyzer>(Source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal))
            .AssertAsync());
    }

    [Fact]
    public async Task A_class_with_another_name_or_that_is_not_sealed_is_reported()
    {
        var reported = await Of<CmdletClassNameAnalyzer>("""
            [Cmdlet("Get", "StravaPhoto")] public sealed class [|GetPhotoCommand|] : PSCmdlet { }
            [Cmdlet("Get", "StravaRide")] public class [|GetStravaRideCommand|] : PSCmdlet { }
            [Cmdlet("Get", "StravaRun")] public sealed class GetStravaRunCommand : PSCmdlet { }
            public abstract class StravaCmdlet : PSCmdlet { }
            """).AssertAsync();

        Assert.Equal("The class of Get-StravaPhoto must be named GetStravaPhotoCommand", reported[0].GetMessage(null));
        Assert.Equal("The class of Get-StravaRide must be sealed", reported[1].GetMessage(null));
    }
}
