using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV2007: a conditional operator is not a branch of another one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChainedConditionalAnalyzer : DiagnosticAnalyzer
{
    // A question of style: our .editorconfig turns it on.
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ChainedConditional,
        "Conditional operators are not chained",
        "This conditional operator is a branch of another one. Use early returns, a switch expression, or a method.",
        RuleCategories.House,
        DiagnosticSeverity.Error,
        isEnabledByDefault: false,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.ChainedConditional));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeNode, SyntaxKind.ConditionalExpression);
    }

    private static void AnalyzeNode(SyntaxNodeAnalysisContext context)
    {
        if (IsBranch((ConditionalExpressionSyntax)context.Node))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Node.GetLocation()));
        }
    }

    private static bool IsBranch(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parentheses)
        {
            expression = parentheses;
        }

        return expression.Parent is ConditionalExpressionSyntax outer && outer.Condition != expression;
    }
}
