using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1006: a cmdlet whose verb changes something supports -WhatIf and -Confirm.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingShouldProcessAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.MissingShouldProcess,
        "A cmdlet whose verb changes something supports -WhatIf and -Confirm",
        "The verb of {0} implies a change. Declare SupportsShouldProcess = true and call ShouldProcess.",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.MissingShouldProcess));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCmdletAction(AnalyzeCmdlet);
    }

    private static void AnalyzeCmdlet(SymbolAnalysisContext context, CmdletClass cmdlet)
    {
        if (CmdletVerbs.ChangesState(cmdlet.Verb) && !cmdlet.SupportsShouldProcess)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, cmdlet.PlaceOfVerb(context.CancellationToken), cmdlet.Name));
        }
    }
}
