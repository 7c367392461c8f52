using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace StravaTools.Analyzers.House;

/// <summary>
/// The common part of house rules that inspect operations: they apply in rooms, except in the places that rooms.txt allows.
/// </summary>
internal static class HouseRule
{
    /// <summary>Registers a rule by a function that names the problem of an operation, or returns null.</summary>
    public static void Register(
        AnalysisContext context, DiagnosticDescriptor rule, Func<IOperation, string?> find, params OperationKind[] kinds) =>
        context.RegisterCompilationStartAction(start =>
        {
            if (RoomsFile.FromOptions(start.Compilation, start.Options, start.CancellationToken) is { } rooms)
            {
                start.RegisterOperationAction(operation => ReportUnlessAllowed(operation, rule, find, rooms), kinds);
            }
        });

    private static void ReportUnlessAllowed(
        OperationAnalysisContext context, DiagnosticDescriptor rule, Func<IOperation, string?> find, RoomsFile rooms)
    {
        var syntax = context.Operation.Syntax;
        var member = context.ContainingSymbol.Name;
        if (context.Operation.Parent is not INameOfOperation
            && find(context.Operation) is { } what
            && !rooms.Allowances.Any(one => one.RuleId == rule.Id && one.Covers(syntax.SyntaxTree) && (one.Member ?? member) == member))
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, syntax.GetLocation(), what));
        }
    }
}
