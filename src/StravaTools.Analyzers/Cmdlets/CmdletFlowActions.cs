using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StravaTools.Analyzers.Cmdlets;

internal static class CmdletFlowActions
{
    /// <summary>Has what each cmdlet does looked at, once all calls are known; nothing at all where PowerShell is not referenced.</summary>
    public static void RegisterCmdletFlowAction(this AnalysisContext context, Action<CompilationAnalysisContext, CmdletClass, CmdletFlow> check) =>
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(CmdletNames.CmdletAttribute) is not { } cmdletAttribute)
            {
                return;
            }

            var cmdlets = new ConcurrentBag<CmdletClass>();
            var graph = new CallGraph();
            graph.Register(start);
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (CmdletClass.Of((INamedTypeSymbol)symbol.Symbol, cmdletAttribute) is { } cmdlet)
                    {
                        cmdlets.Add(cmdlet);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var cmdlet in cmdlets)
                {
                    check(end, cmdlet, new CmdletFlow(cmdlet, graph));
                }
            });
        });
}
