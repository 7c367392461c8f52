using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.CmdletSources;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>STRV1006 and STRV1007: -WhatIf is there, and keeps things as they are.</summary>
public sealed class CmdletShouldProcessTests
{
    [Fact]
    public async Task A_verb_that_changes_something_needs_SupportsShouldProcess() => Assert.Equal(3, (await Of<MissingShouldProcessAnalyzer>("""
        [Cmdlet([|VerbsCommon.New|], "A")] public sealed class A : PSCmdlet { }
        [Cmdlet([|"Send"|], "B", SupportsShouldProcess = false)] public sealed class B : PSCmdlet { }
        [Cmdlet([|"Remove"|], "C", DefaultParameterSetName = "x")] public sealed class C : PSCmdlet { }
        [Cmdlet("Send", "D", SupportsShouldProcess = true)] public sealed class D : PSCmdlet { }
        [Cmdlet("Get", "E")] public sealed class E : PSCmdlet { }
        [Cmdlet("Test", "F")] public sealed class F : PSCmdlet { }
        """).AssertAsync()).Count);

    [Fact]
    public async Task A_cmdlet_that_never_asks_is_reported_where_it_says_it_does() => Assert.Single(await Of<ChangeBeforeShouldProcessAnalyzer>("""
        [Cmdlet("New", "A", [|SupportsShouldProcess = true|])]
        public sealed class A : PSCmdlet
        {
            protected override void ProcessRecord() => File.Delete("x");
            public void NotCalled() => ShouldProcess("x");
        }
        """).AssertAsync());

    [Fact]
    public async Task A_change_before_the_question_is_reported_in_helpers_too()
    {
        var reported = await Of<ChangeBeforeShouldProcessAnalyzer>("""
            [Cmdlet("New", "A", SupportsShouldProcess = true)]
            public sealed class A : PSCmdlet
            {
                protected override void ProcessRecord()
                {
                    [|File.WriteAllText("x", "")|];
                    Helper.Move();
                    if (ShouldProcess("x")) { File.Delete("x"); }
                }
            }

            internal static class Helper { public static void Move() => [|Directory.Move("x", "y")|]; }

            [Cmdlet("Send", "B", SupportsShouldProcess = true)]
            public sealed class B : AsyncCmdlet
            {
                protected override void ProcessRecord() => RunAsync(async () =>
                {
                    await OneAsync();
                    await TwoAsync();
                });

                private async Task OneAsync() { if (await Engine.ShouldProcessAsync("x", "y")) { File.Delete("x"); } }
                private async Task TwoAsync() { await Task.Yield(); [|File.Delete("y")|]; }
            }
            """).AssertAsync();

        Assert.Equal("New-A calls WriteAllText before ShouldProcess, so that -WhatIf does it, too", reported[0].GetMessage(null));
    }

    [Fact]
    public async Task An_answer_that_nobody_looks_at_is_reported() => Assert.Equal(2, (await Of<ChangeBeforeShouldProcessAnalyzer>("""
        [Cmdlet("New", "A", SupportsShouldProcess = true)]
        public sealed class A : AsyncCmdlet
        {
            protected override void ProcessRecord()
            {
                [|ShouldProcess("x")|];
                File.Delete("x");
            }

            protected override void EndProcessing() => RunAsync(async () => { await [|Engine.ShouldProcessAsync("x", "y")|]; File.Delete("x"); });
        }
        """).AssertAsync()).Count);

    [Fact]
    public async Task Changes_behind_a_question_are_fine_wherever_it_is_asked() => Assert.Empty(await Of<ChangeBeforeShouldProcessAnalyzer>("""
        [Cmdlet("New", "A", SupportsShouldProcess = true)]
        public sealed class A : AsyncCmdlet
        {
            protected override void ProcessRecord()
            {
                if (ShouldProcess("x")) { RunAsync(() => { Delete(); return Task.CompletedTask; }); }
            }

            private static void Delete() => File.Delete("x");
        }

        [Cmdlet("New", "B", SupportsShouldProcess = true)]
        public sealed class B : PSCmdlet
        {
            protected override void ProcessRecord()
            {
                if (!May("x")) { return; }
                File.Delete("x");
            }

            private bool May(string what) => ShouldProcess(what);
        }

        [Cmdlet("New", "C", SupportsShouldProcess = true)]
        public sealed class C : PSCmdlet
        {
            private bool _may;
            protected override void BeginProcessing() => _may = ShouldProcess("x");
            protected override void ProcessRecord() { if (_may) { File.Delete("x"); } }
        }

        internal sealed class Sender(IEngine engine)
        {
            public async Task SendAsync() { if (File.Exists("x") && await engine.ShouldProcessAsync("x", "y")) { File.Delete("x"); } }
        }

        [Cmdlet("Send", "D", SupportsShouldProcess = true)]
        public sealed class D : AsyncCmdlet
        {
            protected override void ProcessRecord() => RunAsync(new Sender(Engine).SendAsync);
        }

        [Cmdlet("Get", "E")] public sealed class E : PSCmdlet { protected override void ProcessRecord() => File.WriteAllText("cache", ""); }
        """).AssertAsync());
}
