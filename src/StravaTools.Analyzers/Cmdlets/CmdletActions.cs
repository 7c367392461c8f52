using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StravaTools.Analyzers.Cmdlets;

internal static class CmdletActions
{
    /// <summary>Registers a check of each class with [Cmdlet]. Does nothing if PowerShell is not referenced.</summary>
    public static void RegisterCmdletAction(this AnalysisContext context, Action<SymbolAnalysisContext, CmdletClass> check) =>
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(CmdletNames.CmdletAttribute) is { } cmdletAttribute)
            {
                start.RegisterSymbolAction(
                    symbol =>
                    {
                        if (CmdletClass.FromSymbol((INamedTypeSymbol)symbol.Symbol, cmdletAttribute) is { } cmdlet)
                        {
                            check(symbol, cmdlet);
                        }
                    },
                    SymbolKind.NamedType);
            }
        });
}
