using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace StravaTools.Analyzers.Cmdlets;

internal static class CmdletOutputActions
{
    /// <summary>Checks each object that a class with [Cmdlet] writes. Calls into helpers and base classes are not followed.</summary>
    public static void RegisterCmdletOutputAction(
        this AnalysisContext context, Action<OperationAnalysisContext, CmdletClass, WrittenObject> check) =>
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(CmdletNames.CmdletAttribute) is not { } cmdletAttribute)
            {
                return;
            }

            start.RegisterOperationAction(
                operation =>
                {
                    if (WrittenObject.FromStep((IInvocationOperation)operation.Operation) is { } written
                        && CmdletClass.FromSymbol(operation.ContainingSymbol.ContainingType, cmdletAttribute) is { } cmdlet)
                    {
                        check(operation, cmdlet, written);
                    }
                },
                OperationKind.Invocation);
        });
}
