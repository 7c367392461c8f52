using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Contract;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV3001: a claim names an existing clause.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownClauseAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.UnknownClause,
        "A claim names an existing clause",
        "The contract has no clause '{0}'{1}",
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.UnknownClause));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (!ContractScope.IsTestProject(start.Options))
            {
                return;
            }

            var contract = ContractText.ForCompilation(start.Compilation, start.Options, start.CancellationToken);
            start.RegisterSyntaxNodeAction(node => CheckAttribute(node, contract), SyntaxKind.Attribute);
            if (ContractScope.IsWhole(start.Options))
            {
                start.RegisterAdditionalFileAction(file => CheckPester(file, contract));
            }
        });
    }

    private static void CheckAttribute(SyntaxNodeAnalysisContext context, ContractText contract)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (!ClaimSyntax.IsClaim(attribute))
        {
            return;
        }

        foreach (var argument in attribute.ArgumentList?.Arguments ?? [])
        {
            if (ClaimSyntax.IdOf(argument) is not { } id)
            {
                const string Why = ". Claims are found by their text, so the ID must be a literal.";
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.GetLocation(), argument, Why));
            }
            else if (!contract.Contains(id))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.GetLocation(), id, contract.HintFor(id)));
            }
        }
    }

    private static void CheckPester(AdditionalFileAnalysisContext context, ContractText contract)
    {
        var file = context.AdditionalFile;
        if (!PesterClaim.IsPester(file.Path) || file.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        foreach (var claim in PesterClaim.In(file.Path, text).Where(claim => !contract.Contains(claim.Id)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, claim.Location, claim.Id, contract.HintFor(claim.Id)));
        }
    }
}
