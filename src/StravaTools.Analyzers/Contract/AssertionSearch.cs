using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StravaTools.Analyzers.Contract;

/// <summary>
/// Looks for an assertion in a test: first in its text, because nearly all tests have one there; then in the helpers of the same
/// project that the test uses, and in their helpers.
/// </summary>
internal sealed class AssertionSearch(Compilation compilation, CancellationToken cancellationToken)
{
    private const int Depth = 4;

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    public bool ContainsAssertion(MethodDeclarationSyntax test) => ReturnsItsVerdict(test) || ContainsAssertion(test, Depth);

    private bool ContainsAssertion(SyntaxNode node, int depth) =>
        node.DescendantNodes().Any(IsAssertion) || (depth > 0 && Helpers(node).Any(helper => ContainsAssertion(helper, depth - 1)));

    /// <summary>FsCheck properties can return their verdict instead of asserting it.</summary>
    private static bool ReturnsItsVerdict(MethodDeclarationSyntax test) =>
        TestSyntax.Attributes(test).Any(attribute => ClaimSyntax.SimpleName(attribute) is "Property" or "PropertyAttribute")
        && test.ReturnType is not (
            PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
                or IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" });

    private static bool IsAssertion(SyntaxNode node) => node is InvocationExpressionSyntax call && call.Expression switch
    {
        // A skip and Debug.Assert do not count as assertions.
        MemberAccessExpressionSyntax { Expression: var on, Name.Identifier.ValueText: var name } => LastNameOf(on) switch
        {
            "Assert" => !name.StartsWith("Skip", StringComparison.Ordinal),
            "Debug" or "Trace" => false,
            _ => IsAssertionName(name),
        },
        SimpleNameSyntax { Identifier.ValueText: var name } => IsAssertionName(name),
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => IsAssertionName(name),
        _ => false,
    };

    private static bool IsAssertionName(string name) =>
        name.StartsWith("Assert", StringComparison.Ordinal) || name.EndsWith("ThrowOnFailure", StringComparison.Ordinal);

    private static string LastNameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>
    /// The declarations of methods that a node calls or passes on, if they are in this project and were not inspected yet.
    /// </summary>
    private IEnumerable<SyntaxNode> Helpers(SyntaxNode node)
    {
        var model = compilation.GetSemanticModel(node.SyntaxTree);
        foreach (var use in node.DescendantNodes().Where(IsAssertionUse))
        {
            if (model.GetSymbolInfo(use, cancellationToken).Symbol is IMethodSymbol method && _seen.Add(method.OriginalDefinition))
            {
                foreach (var declaration in method.OriginalDefinition.DeclaringSyntaxReferences)
                {
                    yield return declaration.GetSyntax(cancellationToken);
                }
            }
        }
    }

    private static bool IsAssertionUse(SyntaxNode node) =>
        node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax
        && node.Parent is not (AttributeSyntax or NameColonSyntax or ParameterSyntax);
}
