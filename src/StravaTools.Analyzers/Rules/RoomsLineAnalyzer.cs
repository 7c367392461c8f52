using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.House;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV2004: a line of rooms.txt is understood, and the place it allows is there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoomsLineAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.RoomsLine,
        "A line of rooms.txt is understood, and what it names is there",
        "This line is not understood: {0}",
        RuleCategories.House,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.RoomsLine),
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
            if (RoomsFile.FromOptions(end.Compilation, end.Options, end.CancellationToken) is not { } rooms)
            {
                return;
            }

            foreach (var problem in rooms.Problems)
            {
                end.ReportDiagnostic(Diagnostic.Create(Rule, problem.Location, problem.Message));
            }

            // Of places in other projects those projects speak.
            var own = end.Compilation.AssemblyName + "/";
            foreach (var lost in rooms.Allowances.Where(one => one.File.StartsWith(own, StringComparison.Ordinal) && !IsThere(one, end.Compilation)))
            {
                end.ReportDiagnostic(Diagnostic.Create(Rule, lost.Location, $"there is no {lost.Member ?? "such file"} in {lost.File}"));
            }
        });
    }

    private static bool IsThere(Allowance allowance, Compilation compilation) => compilation.SyntaxTrees.Any(tree =>
        allowance.Covers(tree) && (allowance.Member is null || tree.ToString().Contains(allowance.Member + "(")));
}
