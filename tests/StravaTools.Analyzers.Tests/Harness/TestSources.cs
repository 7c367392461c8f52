using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Tests.Harness;

/// <summary>
/// The sources and references of a test. It uses the assemblies of the platform that runs the test, so that nothing is downloaded.
/// </summary>
internal sealed class TestSources
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Platform = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("StravaTools.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    public static CSharpCompilationOptions CompilationOptions { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The sources by path, with <c>[|marks|]</c>.</summary>
    public List<(string Path, string Text)> Sources { get; } = [];

    /// <summary>Other files that rules read, with <c>[|marks|]</c>.</summary>
    public List<(string Path, string Text)> AdditionalFiles { get; } = [];

    public List<MetadataReference> References { get; } = [];

    /// <summary>Options of .editorconfig and properties of the project.</summary>
    public Dictionary<string, string> Options { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Compiles another assembly, and refers to it.</summary>
    public void AddReference(string assemblyName, string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create(assemblyName, [tree], [.. Platform.Value, .. References], CompilationOptions);
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, "The reference of the test does not compile: " + string.Join(Environment.NewLine, result.Diagnostics));
        References.Add(MetadataReference.CreateFromImage(image.ToArray()));
    }

    /// <summary>
    /// Prepares a test. It omits the additional runs over generated and suppressed code: a rule that reports in additional files would fail
    /// them, because <c>#pragma</c> has no effect there.
    /// </summary>
    public static void Prepare(Microsoft.CodeAnalysis.Testing.AnalyzerTest<DefaultVerifier> test)
    {
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
    }

    /// <summary>Adds the sources to the state before or after a fix.</summary>
    public void AddTo(SolutionState state)
    {
        state.Sources.AddRange(Sources.Select(file => (file.Path, SourceText.From(file.Text))));
        state.AdditionalFiles.AddRange(AdditionalFiles.Select(file => (file.Path, SourceText.From(file.Text))));
        state.AdditionalReferences.AddRange(Platform.Value);
        state.AdditionalReferences.AddRange(References);
        var lines = Options.Select(option => $"{option.Key} = {option.Value}");
        state.AnalyzerConfigFiles.Add(("/.globalconfig", string.Join('\n', ["is_global = true", .. lines])));
    }
}
