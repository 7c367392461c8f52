using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace StravaTools.Analyzers.Tests.Harness;

/// <summary>
/// Compiles sources in memory and runs a rule over them. It must report exactly the places marked with <c>[|...|]</c>, in sources and in
/// additional files. The sources must compile, so that a test cannot pass because of an error.
/// </summary>
internal sealed class AnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private readonly TestSources _sources = new();

    /// <summary>The name of the compiled assembly.</summary>
    public string AssemblyName { get; init; } = "Sample";

    /// <summary>The ID to test if the analyzer has several; the first by default.</summary>
    public string? Id { get; init; }

    public AnalyzerTest<TAnalyzer> Source(string marked, string path = "/repo/Source.cs")
    {
        _sources.Sources.Add((path, marked));
        return this;
    }

    public AnalyzerTest<TAnalyzer> AdditionalFile(string path, string marked)
    {
        _sources.AdditionalFiles.Add((path, marked));
        return this;
    }

    /// <summary>A project property that is visible to the compiler.</summary>
    public AnalyzerTest<TAnalyzer> Property(string name, string value) => Option("build_property." + name, value);

    /// <summary>An option of .editorconfig.</summary>
    public AnalyzerTest<TAnalyzer> Option(string name, string value)
    {
        _sources.Options[name] = value;
        return this;
    }

    /// <summary>The real assembly of a type.</summary>
    public AnalyzerTest<TAnalyzer> Reference(Type type)
    {
        _sources.References.Add(MetadataReference.CreateFromFile(type.Assembly.Location));
        return this;
    }

    /// <summary>Another assembly, compiled from this source.</summary>
    public AnalyzerTest<TAnalyzer> Reference(string assemblyName, string source)
    {
        _sources.AddReference(assemblyName, source);
        return this;
    }

    /// <summary>Runs the rule and returns its diagnostics.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AssertAsync()
    {
        var reported = new List<Diagnostic>();
        var test = new Runner(AssemblyName, Id) { DiagnosticVerifier = (diagnostic, _, _) => reported.Add(diagnostic) };
        var rules = new TAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).ToList();
        test.DisabledDiagnostics.AddRange(rules.Where(rule => rule != (Id ?? rules[0])));
        TestSources.Prepare(test);
        _sources.AddTo(test.TestState);
        await test.RunAsync(TestContext.Current.CancellationToken);
        return [.. reported.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private sealed class Runner(string assemblyName, string? id) : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        protected override string DefaultTestProjectName => assemblyName;

        protected override DiagnosticDescriptor GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers)
        {
            var rules = analyzers.Single().SupportedDiagnostics;
            return rules.Single(rule => rule.Id == (id ?? rules[0].Id));
        }

        protected override CompilationOptions CreateCompilationOptions() => TestSources.CompilationOptions;

        protected override ParseOptions CreateParseOptions() => CSharpParseOptions.Default;
    }
}
