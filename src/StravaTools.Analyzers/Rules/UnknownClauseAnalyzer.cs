using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Contract;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV3001: a claim names a clause that the contract has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownClauseAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.UnknownClause,
        "A claim names a clause that the contract has",
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
            if (ContractText.Of(start.Options, start.CancellationToken) is { } contract)
            {
                start.RegisterSyntaxNodeAction(node => CheckAttribute(node, contract), SyntaxKind.Attribute);
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
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.GetLocation(), argument, ": a claim is a literal, for it is found by its text"));
            }
            else if (!contract.Has(id))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.GetLocation(), id, Hint(contract, id)));
            }
        }
    }

    private static string Hint(ContractText contract, string id) => contract.Nearest(id) is { } near ? $"; is '{near}' meant?" : "";
}
