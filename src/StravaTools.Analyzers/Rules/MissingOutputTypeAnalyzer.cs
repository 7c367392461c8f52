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
        "{0} emits {1} but has no [OutputType]",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.MissingOutputType));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCmdletOutputAction(AnalyzeCmdlet);
    }

    private static void AnalyzeCmdlet(OperationAnalysisContext context, CmdletClass cmdlet, WrittenObject written)
    {
        if (!DeclaredOutput.FromCmdlet(cmdlet).IsDeclared)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(Rule, written.Value.Syntax.GetLocation(), cmdlet.Name, written.Type?.Name ?? "objects"));
        }
    }
}
