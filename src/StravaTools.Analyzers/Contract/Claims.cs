using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Contract;

/// <summary>A test that says it shows a clause.</summary>
internal sealed record Claim(string Id, string Test);

/// <summary>The claims of all tests: those of this compilation, and those of other projects and of Pester, found in their text.</summary>
internal sealed class Claims(IEnumerable<Claim> claims)
{
    private readonly ILookup<string, Claim> _claims = claims.ToLookup(claim => claim.Id, StringComparer.Ordinal);

    public IEnumerable<Claim> this[string id] => _claims[id];

    public static Claims ForCompilation(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        PerCompilation<Claims>.Get(compilation, () => new Claims(
            compilation.SyntaxTrees.SelectMany(tree => InTree(tree, cancellationToken))
                .Concat(options.AdditionalFiles.SelectMany(file => InFile(file.Path, () => file.GetText(cancellationToken), cancellationToken)))));

    /// <summary>The claims in a file of tests, by its name; none in any other.</summary>
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

        // Most files of tests that have no claim need not be parsed at all.
        if (text.ToString().Contains("Clause"))
        {
            return InTree(CSharpSyntaxTree.ParseText(text, path: path, cancellationToken: cancellationToken), cancellationToken);
        }

        return [];
    }

    /// <summary>A test that is run by hand shows nothing to anybody who does not, and so claims nothing.</summary>
    private static IEnumerable<Claim> InTree(SyntaxTree tree, CancellationToken cancellationToken) =>
        from method in tree.GetRoot(cancellationToken).DescendantNodes(node => node is not MethodDeclarationSyntax).OfType<MethodDeclarationSyntax>()
        where TestSyntax.IsTest(method) && !TestSyntax.IsExplicit(method)
        from attribute in TestSyntax.Attributes(method)
        where ClaimSyntax.IsClaim(attribute) && attribute.ArgumentList is not null
        from argument in attribute.ArgumentList!.Arguments
        let id = ClaimSyntax.IdOf(argument)
        where id is not null
        select new Claim(id, $"{(method.Parent as TypeDeclarationSyntax)?.Identifier.ValueText}.{method.Identifier.ValueText}");
}
