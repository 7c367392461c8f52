using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Tests.Harness;

/// <summary>
/// Compiles sources in memory and runs a rule over them. What it reports must be what is marked with <c>[|...|]</c>, in sources and in additional
/// files, neither more nor less; and the sources must compile, so that a test cannot pass by being wrong.
/// </summary>
internal sealed class AnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Platform = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("StravaTools.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    private readonly List<(string Path, MarkedSource Source)> _sources = [];
    private readonly List<(string Path, MarkedSource Source)> _files = [];
    private readonly List<MetadataReference> _references = [];
    private readonly Dictionary<string, string> _options = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the assembly that the sources make.</summary>
    public string AssemblyName { get; init; } = "Sample";

    /// <summary>The only id looked at, where the rule's class has several.</summary>
    public string? Id { get; init; }

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public AnalyzerTest<TAnalyzer> Source(string marked, string path = "/repo/Source.cs")
    {
        _sources.Add((path, MarkedSource.Parse(marked)));
        return this;
    }

    public AnalyzerTest<TAnalyzer> AdditionalFile(string path, string marked)
    {
        _files.Add((path, MarkedSource.Parse(marked)));
        return this;
    }

    /// <summary>A property of the project, as the compiler shows it to analyzers.</summary>
    public AnalyzerTest<TAnalyzer> Property(string name, string value)
    {
        _options["build_property." + name] = value;
        return this;
    }

    /// <summary>An option of .editorconfig.</summary>
    public AnalyzerTest<TAnalyzer> Option(string name, string value)
    {
        _options[name] = value;
        return this;
    }

    /// <summary>A real assembly of ours, that a type is of.</summary>
    public AnalyzerTest<TAnalyzer> Reference(Type type)
    {
        _references.Add(MetadataReference.CreateFromFile(type.Assembly.Location));
        return this;
    }

    /// <summary>Another assembly, made of this source.</summary>
    public AnalyzerTest<TAnalyzer> Reference(string assemblyName, string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);
        var compilation = Compile(assemblyName, [tree], OutputKind.DynamicallyLinkedLibrary);
        AssertCompiles(compilation);
        _references.Add(compilation.ToMetadataReference());
        return this;
    }

    /// <summary>Runs the rule; returns what it reported, for tests of messages.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AssertAsync()
    {
        var trees = _sources.Select(source => CSharpSyntaxTree.ParseText(
            SourceText.From(source.Source.Text), path: source.Path, cancellationToken: TestContext.Current.CancellationToken));
        var compilation = Compile(AssemblyName, trees, OutputKind);
        AssertCompiles(compilation);
        var additional = _files.Select(file => (AdditionalText)new TextInMemory(file.Path, file.Source.Text)).ToImmutableArray();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(additional, new Options(_options)), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var reported = await compilation.WithAnalyzers([new TAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var diagnostics = reported.Where(one => Id is null || one.Id == Id || one.Id == "AD0001").OrderBy(one => one.Location.SourceSpan.Start).ToList();
        Assert.DoesNotContain(diagnostics, one => one.Id == "AD0001");
        foreach (var (path, source) in _sources.Concat(_files))
        {
            var found = diagnostics.Where(one => one.Location.GetLineSpan().Path == path).ToList();
            var marked = MarkedSource.Mark(source.Text, found.Select(one => one.Location.SourceSpan));
            Assert.True(source.ToString() == marked, $"{path}: expected\n{source}\nbut was\n{marked}\n{string.Join('\n', found)}");
        }

        Assert.DoesNotContain(diagnostics, one => !_sources.Concat(_files).Any(file => file.Path == one.Location.GetLineSpan().Path));
        return diagnostics;
    }

    private CSharpCompilation Compile(string name, IEnumerable<SyntaxTree> trees, OutputKind kind) => CSharpCompilation.Create(
        name, trees, [.. Platform.Value, .. _references], new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

    private static void AssertCompiles(CSharpCompilation compilation)
    {
        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(one => one.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), "The sources of the test do not compile: " + string.Join(Environment.NewLine, errors));
    }

    private sealed class TextInMemory(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
