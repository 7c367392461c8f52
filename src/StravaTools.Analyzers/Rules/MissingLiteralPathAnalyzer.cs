using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1008: -Path comes with -LiteralPath, which accepts PSPath from the pipeline.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingLiteralPathAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.MissingLiteralPath,
        "-Path comes with -LiteralPath, whose alias is PSPath",
        "{0} has -{1} {2}",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.MissingLiteralPath));

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
        if (context.Compilation.GetTypeByMetadataName(CmdletNames.ParameterAttribute) is not { } parameterAttribute)
        {
            return;
        }

        var parameters = CmdletParameters.ParametersOf(cmdlet.Type, parameterAttribute).ToList();
        var literal = parameters.Find(parameter => parameter.Name == "LiteralPath");
        if (literal is null && parameters.Find(parameter => parameter.Name == "Path") is { } path)
        {
            Report(context, path, cmdlet, "but no -LiteralPath, so files with brackets in their names cannot be specified");
        }
        else if (literal is not null && !CmdletParameters.HasAlias(literal, "PSPath"))
        {
            Report(context, literal, cmdlet, "without the alias PSPath, so files from Get-ChildItem are not bound literally");
        }
    }

    private static void Report(SymbolAnalysisContext context, IPropertySymbol parameter, CmdletClass cmdlet, string what)
    {
        // Reported at the class if the parameter comes from another assembly.
        var place = parameter.Locations.FirstOrDefault(location => location.IsInSource) ?? cmdlet.Place;
        context.ReportDiagnostic(Diagnostic.Create(Rule, place, cmdlet.Name, parameter.Name, what));
    }
}
