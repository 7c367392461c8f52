using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.House;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV2004: every line of rooms.txt is valid and names existing code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoomsLineAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.RoomsLine,
        "Every line of rooms.txt is valid and names existing code",
        "This line is not valid: {0}",
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

            // Each project checks only the places in its own files.
            var own = end.Compilation.AssemblyName + "/";
            foreach (var lost in rooms.Allowances.Where(
                one => one.File.StartsWith(own, StringComparison.Ordinal) && !IsThere(one, end.Compilation)))
            {
                var message = lost.Member is null ? $"{lost.File} does not exist" : $"{lost.File} does not contain {lost.Member}";
                end.ReportDiagnostic(Diagnostic.Create(Rule, lost.Location, message));
            }
        });
    }

    private static bool IsThere(Allowance allowance, Compilation compilation) => compilation.SyntaxTrees.Any(tree =>
        allowance.Covers(tree) && (allowance.Member is null || tree.ToString().Contains(allowance.Member + "(")));
}
