using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StravaTools.Analyzers.Cmdlets;

internal static class ModuleActions
{
    /// <summary>Registers a check of each class with [Cmdlet] against the module's files.</summary>
    public static void RegisterModuleAction(this AnalysisContext context, Action<SymbolAnalysisContext, CmdletClass, ModuleFiles> check) =>
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(CmdletNames.CmdletAttribute) is { } cmdletAttribute
                && ModuleFiles.FromOptions(start.Options, start.CancellationToken) is { } files)
            {
                start.RegisterSymbolAction(
                    symbol =>
                    {
                        if (CmdletClass.FromSymbol((INamedTypeSymbol)symbol.Symbol, cmdletAttribute) is { } cmdlet)
                        {
                            check(symbol, cmdlet, files);
                        }
                    },
                    SymbolKind.NamedType);
            }
        });
}
