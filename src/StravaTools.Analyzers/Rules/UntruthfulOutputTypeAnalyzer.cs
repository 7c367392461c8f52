using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1005: what a cmdlet emits is of a type that its [OutputType] declares.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UntruthfulOutputTypeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.UntruthfulOutputType,
        "What a cmdlet emits is of a type that its [OutputType] declares",
        "{0} emits {1} here, which its [OutputType] does not declare",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.UntruthfulOutputType));

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
        var declared = DeclaredOutput.FromCmdlet(cmdlet);
        if (declared.IsDeclared && written.Type is { } type && !declared.Allows(type))
        {
            var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            context.ReportDiagnostic(Diagnostic.Create(Rule, written.Value.Syntax.GetLocation(), cmdlet.Name, name));
        }
    }
}
