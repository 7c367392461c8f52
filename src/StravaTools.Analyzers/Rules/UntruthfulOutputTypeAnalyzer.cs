using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1005: the [OutputType] of a cmdlet declares every type that it emits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UntruthfulOutputTypeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.UntruthfulOutputType,
        "The [OutputType] of a cmdlet declares every type that it emits",
        "{0} emits {1}, but its [OutputType] does not declare this type",
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
