using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>
/// Shared by tests of the cmdlets' rules: the parts of PowerShell that the rules use, and the project's access to the pipeline thread.
/// </summary>
internal static class CmdletSources
{
    private const string PowerShell = """
        using System;
        namespace System.Management.Automation
        {
            [AttributeUsage(AttributeTargets.Class)]
            public sealed class CmdletAttribute(string verbName, string nounName) : Attribute
            {
                public string VerbName => verbName;
                public string NounName => nounName;
                public bool SupportsShouldProcess { get; set; }
                public string DefaultParameterSetName { get; set; } = "";
            }

            [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
            public sealed class OutputTypeAttribute : Attribute
            {
                public OutputTypeAttribute(params Type[] type) { }
                public OutputTypeAttribute(params string[] type) { }
            }

            [AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
            public sealed class ParameterAttribute : Attribute { public bool Mandatory { get; set; } }

            [AttributeUsage(AttributeTargets.Property)]
            public sealed class AliasAttribute(params string[] names) : Attribute { public string[] Names => names; }

            public abstract class Cmdlet
            {
                protected virtual void BeginProcessing() { }
                protected virtual void ProcessRecord() { }
                protected virtual void EndProcessing() { }
                public void WriteObject(object sendToPipeline) { }
                public void WriteObject(object sendToPipeline, bool enumerateCollection) { }
                public void WriteError(ErrorRecord errorRecord) { }
                public void ThrowTerminatingError(ErrorRecord errorRecord) { }
                public bool ShouldProcess(string target) => true;
                public bool ShouldProcess(string target, string action) => true;
            }

            public abstract class PSCmdlet : Cmdlet { }
            public class PSObject { public PSObject(object value) { } }
            public enum ErrorCategory { NotSpecified }
            public class ErrorRecord(Exception exception, string errorId, ErrorCategory category, object target);
            public static class VerbsCommon { public const string Get = "Get"; public const string New = "New"; }
        }
        namespace System.Security { public static class Marker { } }
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Management.Automation;
        using System.Threading.Tasks;

        """;

    /// <summary>The way our cmdlets use the engine: through an interface, in a lambda.</summary>
    private const string Pipeline = """
        using System;
        using System.Management.Automation;
        using System.Threading.Tasks;

        public interface IEngine { void WriteObject(object value); Task<bool> ShouldProcessAsync(string target, string action); }

        public abstract class AsyncCmdlet : PSCmdlet
        {
            protected IEngine Engine => new Pump(this);
            protected void RunAsync(Func<Task> work) => work().GetAwaiter().GetResult();

            private sealed class Pump(AsyncCmdlet cmdlet) : IEngine
            {
                public void WriteObject(object value) => cmdlet.WriteObject(value);
                public Task<bool> ShouldProcessAsync(string target, string action) => Task.FromResult(cmdlet.ShouldProcess(target, action));
            }
        }
        """;

    public static AnalyzerTest<TAnalyzer> Of<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        new AnalyzerTest<TAnalyzer>().Reference("System.Management.Automation", PowerShell).Source(Usings + source)
        .Source(Pipeline, "/repo/Pipeline.cs");
}
