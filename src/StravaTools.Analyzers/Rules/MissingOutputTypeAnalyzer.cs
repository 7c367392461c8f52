using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1004: a cmdlet that emits something has [OutputType].</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingOutputTypeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.MissingOutputType,
        "A cmdlet that emits something has [OutputType]",
        "{0} emits {1} and has no [OutputType]",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.MissingOutputType),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCmdletFlowAction(Check);
    }

    private static void Check(CompilationAnalysisContext context, CmdletClass cmdlet, CmdletFlow flow)
    {
        if (!DeclaredOutput.Of(cmdlet).IsDeclared && flow.Output().Take(1).ToList() is [var written])
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, cmdlet.Place, cmdlet.Name, written.Type?.Name ?? "objects"));
        }
    }
}
