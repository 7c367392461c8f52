using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Cmdlets;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1012: the manifest exports exactly the existing cmdlets.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManifestExportsAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ManifestExports,
        "The manifest exports exactly the existing cmdlets",
        "{0} {1}",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.ManifestExports),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(CmdletNames.CmdletAttribute) is { } cmdletAttribute
                && ModuleFiles.FromOptions(start.Options, start.CancellationToken) is { } files)
            {
                var cmdlets = new ConcurrentBag<CmdletClass>();
                start.RegisterSymbolAction(
                    symbol =>
                    {
                        if (CmdletClass.FromSymbol((INamedTypeSymbol)symbol.Symbol, cmdletAttribute) is { } cmdlet)
                        {
                            cmdlets.Add(cmdlet);
                        }
                    },
                    SymbolKind.NamedType);
                start.RegisterCompilationEndAction(end => AnalyzeExports(end, [.. cmdlets], files));
            }
        });
    }

    private static void AnalyzeExports(CompilationAnalysisContext context, List<CmdletClass> cmdlets, ModuleFiles files)
    {
        foreach (var cmdlet in cmdlets.Where(cmdlet => !files.IsExported(cmdlet.Name)))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(Rule, cmdlet.Place, cmdlet.Name, "is not in CmdletsToExport of the manifest, so it cannot be called"));
        }

        var names = new HashSet<string>(cmdlets.Select(cmdlet => cmdlet.Name), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, place) in files.ExportedBy(context.Compilation.Assembly))
        {
            if (!names.Contains(name))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, place, name, "is exported but has no cmdlet class"));
            }
        }
    }
}
