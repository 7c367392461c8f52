using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StravaTools.Analyzers.Contract;

/// <summary>The form of a claim in C#: <c>[Clause("UP-014", "UP-015")]</c> on a test.</summary>
internal static class ClaimSyntax
{
    public static bool IsClaim(AttributeSyntax attribute) => SimpleName(attribute) is "Clause" or "ClauseAttribute";

    /// <summary>The ID that an argument names, or null if it is not a literal.</summary>
    public static string? IdOf(AttributeArgumentSyntax argument)
    {
        if (argument.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal)
        {
            return literal.Token.ValueText;
        }

        return null;
    }

    public static string SimpleName(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
