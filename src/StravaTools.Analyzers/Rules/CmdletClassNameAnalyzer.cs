using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1003: the class of Verb-Noun is a sealed VerbNounCommand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CmdletClassNameAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.CmdletClassName,
        "A cmdlet's class is sealed and named verb + noun + Command",
        "The class of {0} must be {1}",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.CmdletClassName));

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
        var name = $"{cmdlet.Verb}{cmdlet.Noun}Command";
        if (cmdlet.Type.Name != name)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, cmdlet.Place, cmdlet.Name, $"named {name}"));
        }

        if (!cmdlet.Type.IsSealed)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, cmdlet.Place, cmdlet.Name, "sealed"));
        }
    }
}
