using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Contract;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV3004: every line of a clause file is valid and has a unique ID.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClauseLineAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ClauseLine,
        "Every line of a clause file is valid and has a unique ID",
        "This line is not a valid clause: {0}",
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.ClauseLine));

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
                var contract = ContractText.ForCompilation(start.Compilation, start.Options, start.CancellationToken);
                start.RegisterAdditionalFileAction(file => AnalyzeFile(file, contract));
            }
        });
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context, ContractText contract)
    {
        if (contract.Files.FirstOrDefault(file => file.Path == context.AdditionalFile.Path) is not { } file)
        {
            return;
        }

        foreach (var problem in file.Problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, problem.Location, problem.Message));
        }

        foreach (var clause in file.Clauses.Where(clause => !ReferenceEquals(clause, contract.FirstWithId(clause.Id))))
        {
            var first = contract.FirstWithId(clause.Id).Location.GetLineSpan();
            var name = first.Path.Substring(first.Path.LastIndexOfAny(['/', '\\']) + 1);
            var message = $"{clause.Id} is already used in line {first.StartLinePosition.Line + 1} of {name}";
            context.ReportDiagnostic(Diagnostic.Create(Rule, clause.Location, message));
        }
    }
}
