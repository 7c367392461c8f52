using StravaTools.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.CmdletSources;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>STRV1004 and STRV1005: [OutputType] exists and is correct.</summary>
public sealed class CmdletOutputTests
{
    private const string Types = """
        public record Ride; public sealed record Race : Ride; public sealed record Photo; public interface IThing { }

        """;

    [Fact]
    public async Task Object_of_a_cmdlet_without_OutputType_is_reported()
    {
        var reported = await Of<MissingOutputTypeAnalyzer>(Types + """
            [Cmdlet("Get", "A")]
            public sealed class A : PSCmdlet { protected override void ProcessRecord() => WriteObject([|new Ride()|]); }
            [Cmdlet("Get", "B")] public sealed class B : AsyncCmdlet
            {
                protected override void ProcessRecord() => RunAsync(WorkAsync);
                private async Task WorkAsync() { await Task.Yield(); Engine.WriteObject([|new Ride()|]); }
            }
            [OutputType(typeof(Ride))] public abstract class Base : PSCmdlet { }
            [Cmdlet("Get", "C")] public sealed class C : Base { protected override void ProcessRecord() => WriteObject([|new Ride()|]); }
            """).AssertAsync();

        Assert.Equal("Get-A emits Ride but has no [OutputType]", reported[0].GetMessage(null));
    }

    [Fact]
    public async Task A_cmdlet_that_emits_nothing_or_has_OutputType_is_accepted() =>
        Assert.Empty(await Of<MissingOutputTypeAnalyzer>(Types + """
        [Cmdlet("Stop", "A")] public sealed class A : AsyncCmdlet { protected override void ProcessRecord() => ShouldProcess("x"); }
        [Cmdlet("Get", "B"), OutputType(typeof(Ride))]
        public sealed class B : PSCmdlet { protected override void ProcessRecord() => WriteObject(new Ride()); }
        public sealed class Log { public void WriteObject(object value) { } }
        [Cmdlet("Test", "D")]
        public sealed class D : PSCmdlet { protected override void ProcessRecord() => new Log().WriteObject(new Ride()); }
        public sealed class Unused(Cmdlet cmdlet) { public void Write() => cmdlet.WriteObject(1); }
        """).AssertAsync());

    [Fact]
    public async Task Undeclared_output_type_is_reported_at_the_object()
    {
        var reported = await Of<UntruthfulOutputTypeAnalyzer>(Types + """
            [Cmdlet("Get", "A"), OutputType(typeof(Ride))]
            public sealed class A : PSCmdlet
            {
                protected override void ProcessRecord()
                {
                    WriteObject([|"text"|]);
                    WriteObject([|new[] { new Ride() }|]);
                    WriteObject([|new List<Photo>()|], true);
                    WriteObject([|Lengths.First()|], false);
                }

                private long?[] Lengths => [];
            }
            """).AssertAsync();

        Assert.Equal("Get-A emits string, but its [OutputType] does not declare this type", reported[0].GetMessage(null));
    }

    [Fact]
    public async Task Objects_in_lambdas_local_functions_and_engine_calls_are_checked() =>
        Assert.Equal(3, (await Of<UntruthfulOutputTypeAnalyzer>(Types + """
        [Cmdlet("Get", "A"), OutputType(typeof(Ride))]
        public sealed class A : AsyncCmdlet
        {
            protected override void BeginProcessing() => RunAsync(async () => { await Task.Yield(); Engine.WriteObject([|new Photo()|]); });
            protected override void ProcessRecord()
            {
                Write();
                void Write() => WriteObject([|1|]);
            }
            protected override void EndProcessing() => new List<int>().ForEach(value => WriteObject([|value|]));
        }
        """).AssertAsync()).Count);

    [Fact]
    public async Task Objects_that_can_be_of_a_declared_type_are_accepted() =>
        Assert.Empty(await Of<UntruthfulOutputTypeAnalyzer>(Types + """
        [Cmdlet("Get", "A"), OutputType(typeof(Race)), OutputType(typeof(int), typeof(Photo))]
        public sealed class A : PSCmdlet
        {
            protected override void ProcessRecord()
            {
                Ride ride = new Race();
                object any = ride;
                IThing? thing = null;
                int? number = 1;
                WriteObject(new Race());
                WriteObject(ride);
                WriteObject(any);
                WriteObject(thing!);
                WriteObject(number);
                WriteObject(null!);
                WriteObject(new PSObject("text"));
                WriteObject(new[] { 1, 2 }, enumerateCollection: true);
                WriteObject(new List<Photo>().Select(photo => photo), true);
                WriteObject(new Race() with { });
            }
        }

        [Cmdlet("Get", "B"), OutputType("Some.Type")]
        public sealed class B : PSCmdlet { protected override void ProcessRecord() => WriteObject(1); }
        [Cmdlet("Get", "C"), OutputType(typeof(Ride))]
        public sealed class C : PSCmdlet { protected override void ProcessRecord() => WriteObject(new Race()); }
        [Cmdlet("Get", "D"), OutputType(typeof(IThing))] public sealed class D : PSCmdlet
        {
            private sealed class Thing : IThing { }
            protected override void ProcessRecord() => WriteObject(new Thing());
        }
        """).AssertAsync());
}
