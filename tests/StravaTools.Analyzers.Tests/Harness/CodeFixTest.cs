using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Tests.Harness;

/// <summary>
/// Runs a rule and its code fix over a source. The rule must report the places marked with <c>[|...|]</c>, the fix must make the expected
/// source, one place at a time and all together, and both must compile.
/// </summary>
internal sealed class CodeFixTest<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    private const string Path = "/repo/Source.cs";

    private readonly TestSources _before = new();
    private readonly TestSources _after = new();

    /// <summary>A source with marks, and the fixed source, with marks for diagnostics that remain.</summary>
    public CodeFixTest<TAnalyzer, TCodeFix> Source(string marked, string expected)
    {
        _before.Sources.Add((Path, marked));
        _after.Sources.Add((Path, expected));
        return this;
    }

    /// <summary>The real assembly of a type.</summary>
    public CodeFixTest<TAnalyzer, TCodeFix> Reference(Type type)
    {
        _before.References.Add(MetadataReference.CreateFromFile(type.Assembly.Location));
        return this;
    }

    /// <summary>Runs the rule and the fix.</summary>
    public async Task AssertAsync()
    {
        var test = new Runner();
        TestSources.Prepare(test);
        _before.AddTo(test.TestState);
        test.FixedState.Sources.AddRange(_after.Sources.Select(file => (file.Path, SourceText.From(file.Text))));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Runner : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    {
        protected override CompilationOptions CreateCompilationOptions() => TestSources.CompilationOptions;

        protected override ParseOptions CreateParseOptions() => CSharpParseOptions.Default;
    }
}
