using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Contract;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV3005: a test of the contract claims a clause.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConformanceTestWithoutClauseAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ConformanceTestWithoutClause,
        "A test of the contract claims a clause",
        "{0} claims no clause. Add [Clause(\"...\")], or move the test to the project of the code that it tests.",
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.ConformanceTestWithoutClause));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (ContractScope.IsWhole(start.Options))
            {
                start.RegisterSyntaxNodeAction(AnalyzeMethod, SyntaxKind.MethodDeclaration);
            }
        });
    }

    private static void AnalyzeMethod(SyntaxNodeAnalysisContext context)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (TestSyntax.IsTest(method) && !TestSyntax.Attributes(method).Any(IsClaimOfSomething))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, method.Identifier.GetLocation(), method.Identifier.ValueText));
        }
    }

    private static bool IsClaimOfSomething(AttributeSyntax attribute) =>
        ClaimSyntax.IsClaim(attribute) && attribute.ArgumentList is { Arguments.Count: > 0 };
}
