using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1010: an exported cmdlet has a help page.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingHelpPageAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.MissingHelpPage,
        "Every exported cmdlet has a help page",
        "{0} is exported but has no help page docs/{0}.md",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.MissingHelpPage));

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
        if (files.IsExported(cmdlet.Name) && !files.HasPage(cmdlet.Name))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, cmdlet.Place, cmdlet.Name));
        }
    }
}
