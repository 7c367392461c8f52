using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Contract;

/// <summary>The claims of all tests: of this compilation, and of other projects and Pester, which are found in their text.</summary>
internal sealed class Claims(IEnumerable<Claim> claims)
{
    private readonly ILookup<string, Claim> _claims = claims.ToLookup(claim => claim.Id, StringComparer.Ordinal);

    public IEnumerable<Claim> this[string id] => _claims[id];

    public static Claims ForCompilation(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        PerCompilation<Claims>.Get(compilation, () => new Claims(
            compilation.SyntaxTrees.SelectMany(tree => InTree(tree, cancellationToken))
                .Concat(options.AdditionalFiles.SelectMany(
                    file => InFile(file.Path, () => file.GetText(cancellationToken), cancellationToken)))));

    /// <summary>The claims in a test file, recognized by its name; empty for any other file.</summary>
    public static IEnumerable<Claim> InFile(string path, Func<SourceText?> read, CancellationToken cancellationToken)
    {
        var isPester = PesterClaim.IsPester(path);
        if ((!isPester && !path.EndsWith(".cs", StringComparison.Ordinal)) || read() is not { } text)
        {
            return [];
        }

        if (isPester)
        {
            return PesterClaim.In(path, text).Select(claim => new Claim(claim.Id, claim.Test));
        }

        // Most test files without a claim need not be parsed.
        if (text.ToString().Contains("Clause"))
        {
            return InTree(CSharpSyntaxTree.ParseText(text, path: path, cancellationToken: cancellationToken), cancellationToken);
        }

        return [];
    }

    /// <summary>A test that runs only on request claims nothing.</summary>
    private static IEnumerable<Claim> InTree(SyntaxTree tree, CancellationToken cancellationToken) =>
        from method in tree.GetRoot(cancellationToken)
            .DescendantNodes(node => node is not MethodDeclarationSyntax).OfType<MethodDeclarationSyntax>()
        where TestSyntax.IsTest(method) && !TestSyntax.IsExplicit(method)
        from attribute in TestSyntax.Attributes(method)
        where ClaimSyntax.IsClaim(attribute) && attribute.ArgumentList is not null
        from argument in attribute.ArgumentList!.Arguments
        let id = ClaimSyntax.IdOf(argument)
        where id is not null
        select new Claim(id, $"{(method.Parent as TypeDeclarationSyntax)?.Identifier.ValueText}.{method.Identifier.ValueText}");
}
