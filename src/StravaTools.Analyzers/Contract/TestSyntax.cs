using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StravaTools.Analyzers.Contract;

/// <summary>The form of a test in C#, recognized by its text because tests of other projects are available only as text.</summary>
internal static class TestSyntax
{
    /// <summary>A method with xunit's Fact or Theory, FsCheck's Property, or an attribute named after one of the first two.</summary>
    public static bool IsTest(MethodDeclarationSyntax method) => Attributes(method).Any(IsTestAttribute);

    public static bool IsTestAttribute(AttributeSyntax attribute)
    {
        var name = ClaimSyntax.SimpleName(attribute);
        name = name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
        return name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal) || name == "Property";
    }

    /// <summary>Whether the test runs only on request.</summary>
    public static bool IsExplicit(MethodDeclarationSyntax method) =>
        Attributes(method).Any(attribute => NamedArgument(attribute, "Explicit")?.IsKind(SyntaxKind.TrueLiteralExpression) == true);

    public static IEnumerable<AttributeSyntax> Attributes(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes);

    /// <summary>The value of a named argument, or null.</summary>
    public static ExpressionSyntax? NamedArgument(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;
}
