using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1001: a cmdlet's verb is one that PowerShell approves.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CmdletVerbAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.CmdletVerb,
        "A cmdlet's verb is one that PowerShell approves",
        "'{0}' is not an approved verb{1}",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.CmdletVerb));

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
        if (!CmdletVerbs.IsApproved(cmdlet.Verb))
        {
            var hint = CmdletVerbs.InRightCase(cmdlet.Verb) is { } right ? $"; use '{right}'" : "; Get-Verb lists the approved verbs";
            context.ReportDiagnostic(Diagnostic.Create(Rule, cmdlet.PlaceOfVerb(context.CancellationToken), cmdlet.Verb, hint));
        }
    }
}
