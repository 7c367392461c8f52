using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Contract;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV3003: a claimed clause is not marked as planned or not shown.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClaimedClauseIsPlannedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ClaimedClauseIsPlanned,
        "A claimed clause is not marked as planned or not shown",
        "{0} is claimed by {1} but is still marked as {2}",
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.ClaimedClauseIsPlanned),
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
                if (clause.State != ClauseState.Due && claims[clause.Id].FirstOrDefault() is { } claim)
                {
                    var state = clause.State == ClauseState.Planned ? "'planned'" : "'not-shown'";
                    end.ReportDiagnostic(Diagnostic.Create(Rule, clause.Location, clause.Id, claim.Test, state));
                }
            }
        });
    }
}
