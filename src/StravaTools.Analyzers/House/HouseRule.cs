using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace StravaTools.Analyzers.House;

/// <summary>What rules of the house that look at operations have in common: they hold in rooms, but for the places that rooms.txt allows.</summary>
internal static class HouseRule
{
    /// <summary>Registers a rule by what names the thing that is wrong with an operation, or null.</summary>
    public static void Register(AnalysisContext context, DiagnosticDescriptor rule, Func<IOperation, string?> find, params OperationKind[] kinds) =>
        context.RegisterCompilationStartAction(start =>
        {
            if (RoomsFile.FromOptions(start.Compilation, start.Options, start.CancellationToken) is { } rooms)
            {
                start.RegisterOperationAction(operation => ReportUnlessAllowed(operation, rule, find, rooms), kinds);
            }
        });

    private static void ReportUnlessAllowed(OperationAnalysisContext context, DiagnosticDescriptor rule, Func<IOperation, string?> find, RoomsFile rooms)
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
