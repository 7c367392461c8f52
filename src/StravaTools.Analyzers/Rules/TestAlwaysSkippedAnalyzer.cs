using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Contract;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV3007: a test is skipped only under a condition.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TestAlwaysSkippedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.TestAlwaysSkipped,
        "A test is skipped only under a condition",
        "This test never runs. Add a condition to the skip (SkipUnless, SkipWhen), make the test Explicit, or remove it.",
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.TestAlwaysSkipped));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (ContractScope.IsTestProject(start.Options))
            {
                start.RegisterSyntaxNodeAction(AnalyzeMethod, SyntaxKind.MethodDeclaration);
            }
        });
    }

    private static void AnalyzeMethod(SyntaxNodeAnalysisContext context)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (!TestSyntax.IsTest(method) || TestSyntax.IsExplicit(method))
        {
            return;
        }

        // Rows of a theory ([InlineData]) can also be skipped.
        foreach (var attribute in TestSyntax.Attributes(method).Where(IsAlwaysSkipped))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, attribute.GetLocation()));
        }

        var firstStatement = method.Body?.Statements.FirstOrDefault(statement => statement is not LocalDeclarationStatementSyntax);
        if (firstStatement is ExpressionStatementSyntax first && IsSkip(first.Expression))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, first.GetLocation()));
        }
        else if (method.ExpressionBody is { } body && IsSkip(body.Expression))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, body.Expression.GetLocation()));
        }
    }

    private static bool IsAlwaysSkipped(AttributeSyntax attribute) =>
        TestSyntax.NamedArgument(attribute, "Skip") is { } reason && !reason.IsKind(SyntaxKind.NullLiteralExpression)
        && TestSyntax.NamedArgument(attribute, "SkipUnless") is null && TestSyntax.NamedArgument(attribute, "SkipWhen") is null;

    private static bool IsSkip(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call
        && member.Expression.ToString() is "Assert" or "Xunit.Assert" && member.Name.Identifier.ValueText switch
        {
            "Skip" => true,
            "SkipWhen" => FirstIs(call, SyntaxKind.TrueLiteralExpression),
            "SkipUnless" => FirstIs(call, SyntaxKind.FalseLiteralExpression),
            _ => false,
        };

    private static bool FirstIs(InvocationExpressionSyntax call, SyntaxKind kind) =>
        call.ArgumentList.Arguments.FirstOrDefault()?.Expression.IsKind(kind) == true;
}
