using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Client.Analyzers.Usage;

namespace StravaTools.Client.Analyzers.Rules;

/// <summary>STRV4006: rate-limited requests are retried only after a wait.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LimitedRetryAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        UsageRuleIdentifiers.LimitedRetry,
        "Rate-limited requests are retried only after a wait",
        "This loop retries immediately after the rate limit is reached, and rejected requests count. Wait for the next quarter of an hour.",
        UsageRuleIdentifiers.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: UsageRuleIdentifiers.HelpLink(UsageRuleIdentifiers.LimitedRetry));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ClientNames.Exception) is not null)
            {
                start.RegisterOperationAction(AnalyzeOperation, OperationKind.CatchClause);
            }
        });
    }

    private static void AnalyzeOperation(OperationAnalysisContext context)
    {
        var handler = (ICatchClauseOperation)context.Operation;
        if (IsOfClient(handler.ExceptionType)
            && Operations.Ancestor<ILoopOperation>(handler) is { LoopKind: LoopKind.While or LoopKind.For } loop
            && IsForTheLimit(handler.Filter)
            && GoesRoundAgain(handler, loop)
            && !TellsTheLoop(handler, loop)
            && Waits.Shortest(loop) == TimeSpan.Zero)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, ((CatchClauseSyntax)handler.Syntax).CatchKeyword.GetLocation()));
        }
    }

    private static bool IsOfClient(ITypeSymbol type) =>
        Operations.IsType(type, ClientNames.Exception) || Operations.IsType(type, ClientNames.ApiException);

    /// <summary>
    /// when (e.Error == StravaErrors.RateLimited): a comparison of the error, its code, or the status, possibly with more conditions.
    /// </summary>
    private static bool IsForTheLimit(IOperation? filter) => filter switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both =>
            IsForTheLimit(both.LeftOperand) || IsForTheLimit(both.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals => IsLimit(equals.LeftOperand) || IsLimit(equals.RightOperand),
        IIsPatternOperation { Pattern: IConstantPatternOperation constant } => IsLimit(constant.Value),
        IIsPatternOperation { Pattern: IRecursivePatternOperation recursive } => recursive.PropertySubpatterns.Any(sub =>
            sub.Pattern is IConstantPatternOperation constant && IsLimit(constant.Value)),
        _ => false,
    };

    private static bool IsLimit(IOperation operation)
    {
        var value = Operations.Unwrap(operation);
        return value is IFieldReferenceOperation { Field: { Name: ClientNames.RateLimited } error }
            && Operations.IsType(error.ContainingType, ClientNames.Errors)
            || value is IPropertyReferenceOperation { Property.Name: "Id", Instance: { } entry } && IsLimit(entry)
            || value.ConstantValue is { HasValue: true, Value: ClientNames.RateLimited or 429 };
    }

    /// <summary>Whether the handler can continue with the next iteration and no code after it ends the loop.</summary>
    private static bool GoesRoundAgain(ICatchClauseOperation handler, ILoopOperation loop)
    {
        var syntax = (CatchClauseSyntax)handler.Syntax;
        return handler.SemanticModel is { } model && model.AnalyzeControlFlow(syntax.Block) is { Succeeded: true } flow
            && (Continues(flow) || (flow.EndPointIsReachable && IsPassable(syntax.Parent!, loop.Syntax, model)));
    }

    private static bool IsPassable(SyntaxNode statement, SyntaxNode loop, SemanticModel model)
    {
        for (var current = statement; current != loop && current.Parent is { } parent; current = parent)
        {
            if (parent is BlockSyntax block && block.Statements.SkipWhile(one => one != current).Skip(1).ToList() is { Count: > 0 } rest
                && model.AnalyzeControlFlow(rest[0], rest[rest.Count - 1]) is { Succeeded: true } flow && !flow.EndPointIsReachable
                && !Continues(flow))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Continues(ControlFlowAnalysis flow) => flow.ExitPoints.Any(exit => exit is ContinueStatementSyntax);

    /// <summary>The handler changes the condition of the loop, so that it may end the loop.</summary>
    private static bool TellsTheLoop(ICatchClauseOperation handler, ILoopOperation loop)
    {
        var assigned = handler.Descendants().OfType<ISimpleAssignmentOperation>().Select(assignment => TargetOf(assignment.Target))
            .Where(target => target is not null).ToList();
        return assigned.Count > 0 && loop.Descendants().Any(operation =>
            !handler.Syntax.Span.Contains(operation.Syntax.Span) && TargetOf(operation) is { } target
            && assigned.Contains(target, SymbolEqualityComparer.Default));
    }

    private static ISymbol? TargetOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };
}
