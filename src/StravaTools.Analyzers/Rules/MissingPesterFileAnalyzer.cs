using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1011: an exported cmdlet has a Pester file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingPesterFileAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.MissingPesterFile,
        "Every exported cmdlet has a Pester file",
        "{0} is exported but has no Pester file {0}.Tests.ps1",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.MissingPesterFile));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterModuleAction(AnalyzeCmdlet);
    }

    private static void AnalyzeCmdlet(SymbolAnalysisContext context, CmdletClass cmdlet, ModuleFiles files)
    {
        if (files.IsExported(cmdlet.Name) && !files.HasPesterFile(cmdlet.Name))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, cmdlet.Place, cmdlet.Name));
        }
    }
}
