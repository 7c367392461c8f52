using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests.Rules;

/// <summary>Shared by tests of the contract's rules: the parts of xunit and of the claim attribute that the rules use.</summary>
internal static class ContractSources
{
    private const string Claims = """
        namespace StravaTools.Tests
        {
            [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
            public sealed class ClauseAttribute(params string[] ids) : System.Attribute { public string[] Ids => ids; }
        }
        """;

    public const string Clauses = "UP-001 MUST client: Uploads are posted.\nUP-002 MUST client: Files have a name.";

    /// <summary>A test project with a test class of this body and a contract of these lines.</summary>
    public static AnalyzerTest<TAnalyzer> Of<TAnalyzer>(string body, string clauses = Clauses, string scope = "part")
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        new AnalyzerTest<TAnalyzer>()
            .Property("StravaToolsContract", scope)
            .Reference("Claims", Claims)
            .Source($$"""
                using System;
                using System.Collections.Generic;
                using System.Linq;
                using System.Threading.Tasks;
                using StravaTools.Tests;
                using Xunit;

                public class UploadTests
                {
                    {{body}}
                }
                """)
            .AdditionalFile("/repo/tests/Conformance/contract/uploads.clauses", "## Uploads\n" + clauses);

    /// <summary>The project that sees the complete contract.</summary>
    public static AnalyzerTest<TAnalyzer> Whole<TAnalyzer>(string clauses, string body = "")
        where TAnalyzer : DiagnosticAnalyzer, new() => Of<TAnalyzer>(body, clauses, "whole");

    /// <summary>A file of tests of another project.</summary>
    public static string OtherTests(string body) => $$"""
        namespace Others;
        public class OtherTests
        {
            {{body}}
        }
        """;
}
