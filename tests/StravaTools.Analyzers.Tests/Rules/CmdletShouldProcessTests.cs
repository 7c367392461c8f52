using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.CmdletSources;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>STRV1006: -WhatIf is supported.</summary>
public sealed class CmdletShouldProcessTests
{
    [Fact]
    public async Task A_verb_that_changes_something_needs_SupportsShouldProcess() =>
        Assert.Equal(3, (await Of<MissingShouldProcessAnalyzer>("""
        [Cmdlet([|VerbsCommon.New|], "A")] public sealed class A : PSCmdlet { }
        [Cmdlet([|"Send"|], "B", SupportsShouldProcess = false)] public sealed class B : PSCmdlet { }
        [Cmdlet([|"Remove"|], "C", DefaultParameterSetName = "x")] public sealed class C : PSCmdlet { }
        [Cmdlet("Send", "D", SupportsShouldProcess = true)] public sealed class D : PSCmdlet { }
        [Cmdlet("Get", "E")] public sealed class E : PSCmdlet { }
        [Cmdlet("Test", "F")] public sealed class F : PSCmdlet { }
        """).AssertAsync()).Count);
}
