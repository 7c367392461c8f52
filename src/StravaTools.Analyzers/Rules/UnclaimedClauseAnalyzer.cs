using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Contract;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV3002: a clause is claimed by a test or marked as planned or not shown.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnclaimedClauseAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.UnclaimedClause,
        "A clause is claimed by a test or marked as planned or not shown",
        "No test claims {0}. Add a test with [Clause(\"{0}\")], or mark the clause as planned.",
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.UnclaimedClause),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(end =>
        {
            if (!ContractScope.IsWhole(end.Options))
            {
                return;
            }

            var claims = Claims.ForCompilation(end.Compilation, end.Options, end.CancellationToken);
            foreach (var clause in ContractText.ForCompilation(end.Compilation, end.Options, end.CancellationToken).Clauses)
            {
                if (clause.State == ClauseState.Due && !claims[clause.Id].Any())
                {
                    end.ReportDiagnostic(Diagnostic.Create(Rule, clause.Location, clause.Id));
                }
            }
        });
    }
}
