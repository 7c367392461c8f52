using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Analyzers.House;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV2003: asynchronous work is awaited without blocking a thread, except in a synchronous host.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingWaitAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.BlockingWait,
        "Asynchronous work is awaited without blocking a thread",
        "{0} blocks the thread. Await the task instead.",
        RuleCategories.House,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.BlockingWait));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        HouseRule.Register(context, Rule, FindBlockingCall, OperationKind.Invocation, OperationKind.PropertyReference);
    }

    private static string? FindBlockingCall(IOperation operation) => operation switch
    {
        IInvocationOperation
        {
            TargetMethod: { Name: "Wait" or "WaitAll" or "WaitAny" or "RunSynchronously", ContainingType.Name: "Task" } method,
        }
            when IsTasks(method) => $"Task.{method.Name}",
        IInvocationOperation { TargetMethod: { Name: "GetResult", ContainingType.Name: var type } method }
            when type.EndsWith("Awaiter", StringComparison.Ordinal) && IsTasks(method) => "GetAwaiter().GetResult()",
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } property }
            when IsTasks(property) => "Result",
        _ => null,
    };

    private static bool IsTasks(ISymbol member) =>
        member.ContainingType.ContainingNamespace is
        {
            Name: "Tasks" or "CompilerServices",
            ContainingNamespace.ContainingNamespace.Name: "System",
        };
}
