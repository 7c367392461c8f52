using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.CmdletSources;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>STRV1008 and STRV1009: paths and secrets.</summary>
public sealed class CmdletParameterTests
{
    [Fact]
    public async Task A_path_without_a_literal_one_or_its_alias_is_reported() => Assert.Equal(3, (await Of<MissingLiteralPathAnalyzer>("""
        [Cmdlet("Get", "A")] public sealed class A : PSCmdlet { [Parameter] public string[] [|Path|] { get; set; } = []; }

        [Cmdlet("Get", "B")]
        public sealed class B : PSCmdlet
        {
            [Parameter] public string[] Path { get; set; } = [];
            [Parameter, Alias("LP")] public string[] [|LiteralPath|] { get; set; } = [];
        }

        public abstract class Base : PSCmdlet { [Parameter] public string[] [|Path|] { get; set; } = []; }
        [Cmdlet("Get", "C")] public sealed class C : Base { }
        """).AssertAsync()).Count);

    [Fact]
    public async Task Path_with_LiteralPath_and_other_properties_are_accepted() => Assert.Empty(await Of<MissingLiteralPathAnalyzer>("""
        public abstract class Base : PSCmdlet { [Parameter, Alias("LP", "pspath")] public string[] LiteralPath { get; set; } = []; }
        [Cmdlet("Get", "A")] public sealed class A : Base { [Parameter] public string[] Path { get; set; } = []; }
        [Cmdlet("Get", "B")]
        public sealed class B : PSCmdlet { public string Path => ""; [Parameter] public string PhotoPath { get; set; } = ""; }
        public sealed class NoCmdlet { [Parameter] public string Path { get; set; } = ""; }
        """).AssertAsync());

    [Fact]
    public async Task A_secret_as_text_is_reported_in_base_classes_too() => Assert.Equal(5, (await Of<SecretParameterAnalyzer>("""
        public abstract class Base : PSCmdlet
        {
            [Parameter] public string [|AccessToken|] { get; set; } = "";
            [Parameter] public string? [|ClientSecret|] { get; set; }
            [Parameter] public string[] [|Passwords|] { get; set; } = [];
            [Parameter] public string [|StravaApiKey|] { get; set; } = "";
        }

        [Cmdlet("Get", "A")] public sealed class A : Base { [Parameter(Mandatory = true)] public string [|Token|] { get; set; } = ""; }
        """).AssertAsync()).Count);

    [Fact]
    public async Task Secure_strings_and_references_to_secrets_are_accepted() => Assert.Empty(await Of<SecretParameterAnalyzer>("""
        [Cmdlet("Get", "A")]
        public sealed class A : PSCmdlet
        {
            [Parameter] public System.Security.SecureString? AccessToken { get; set; }
            [Parameter] public string TokenPath { get; set; } = "";
            [Parameter] public string SecretName { get; set; } = "";
            [Parameter] public string NextPageToken { get; set; } = "";
            [Parameter] public Uri? TokenUri { get; set; }
            [Parameter] public string Tokenizer { get; set; } = "";
            [Parameter] public int Tokens { get; set; }
            public string Password { get; set; } = "";
        }
        """).AssertAsync());
}
