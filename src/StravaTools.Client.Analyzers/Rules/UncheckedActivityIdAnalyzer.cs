using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Client.Analyzers.Usage;

namespace StravaTools.Client.Analyzers.Rules;

/// <summary>STRV4005: code checks the outcome of an upload before it uses the ActivityId.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedActivityIdAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        UsageRuleIdentifiers.UncheckedActivityId,
        "The outcome of an upload is checked before its ActivityId is used",
        "A pending, duplicate, or rejected upload has no ActivityId. Check {0} first.",
        UsageRuleIdentifiers.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: UsageRuleIdentifiers.HelpLink(UsageRuleIdentifiers.UncheckedActivityId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ClientNames.UploadStatus) is not null)
            {
                start.RegisterOperationAction(AnalyzeOperation, OperationKind.PropertyReference);
            }
        });
    }

    private static void AnalyzeOperation(OperationAnalysisContext context)
    {
        var read = (IPropertyReferenceOperation)context.Operation;
        if (IsActivityId(read)
            && IsTakenForGranted(read)
            && IsFromHere(read.Instance!)
            && !Operations.OutermostOperation(read).Descendants().Any(operation => operation != read && IsLook(operation)))
        {
            var where = Operations.IsType(read.Property.ContainingType, ClientNames.UploadResult)
                ? "Outcome"
                : "UploadResults.OutcomeOf(status)";
            context.ReportDiagnostic(Diagnostic.Create(Rule, read.Syntax.GetLocation(), where));
        }
    }

    private static bool IsActivityId(IPropertyReferenceOperation read) =>
        read is { Property.Name: "ActivityId", Instance: not null } && IsUpload(read.Property.ContainingType);

    private static bool IsUpload(ITypeSymbol? type) =>
        Operations.IsType(type, ClientNames.UploadStatus) || Operations.IsType(type, ClientNames.UploadResult);

    /// <summary>.Value, (long), or a part of an address. Passing on the long? preserves that the ID can be missing.</summary>
    private static bool IsTakenForGranted(IPropertyReferenceOperation read) => read.Parent switch
    {
        IPropertyReferenceOperation { Property: { Name: "Value" } property } => Operations.IsOfNullable(property),
        IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault" or "ToString" } method, Arguments.Length: 0 } =>
            Operations.IsOfNullable(method),
        IConversionOperation { IsImplicit: false, Type.SpecialType: SpecialType.System_Int64 } => true,
        IInterpolationOperation part => IsInAddress(part),
        _ => false,
    };

    /// <summary>$".../activities/{id}": without the ID the address is wrong; in a log, a missing ID is acceptable.</summary>
    private static bool IsInAddress(IInterpolationOperation part) =>
        part.Parent is IInterpolatedStringOperation { Parts: var parts } && parts.IndexOf(part) is > 0 and var index
        && parts[index - 1] is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }
        && (text.EndsWith("/", StringComparison.Ordinal) || text.EndsWith("=", StringComparison.Ordinal));

    /// <summary>A result that this method obtained itself, so that no other code can have checked it.</summary>
    private static bool IsFromHere(IOperation instance)
    {
        instance = Operations.Unwrap(instance);
        if (instance is ILocalReferenceOperation local)
        {
            var values = ValuesOf(local).ToList();
            return values.Count > 0 && values.TrueForAll(IsCall);
        }

        return IsCall(instance);
    }

    private static IEnumerable<IOperation> ValuesOf(ILocalReferenceOperation local)
    {
        foreach (var operation in Operations.OutermostOperation(local).Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator
                    when Operations.AreSame(declarator.Symbol, local.Local) && declarator.GetVariableInitializer() is { } initializer:
                    yield return initializer.Value;
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment
                    when Operations.AreSame(target.Local, local.Local):
                    yield return assignment.Value;
                    break;
            }
        }
    }

    /// <summary>A call of our client. A user's own method may have checked the result that it returns.</summary>
    private static bool IsCall(IOperation value) => Operations.Awaited(value) is IInvocationOperation
    {
        TargetMethod:
        {
            Name: "UploadAsync" or "SendAsync" or ClientNames.GetUploadStatus or ClientNames.WaitForUpload or ClientNames.ToResult,
            ContainingNamespace: { } space,
        },
    } && space.ToDisplayString().StartsWith("StravaTools.Client", StringComparison.Ordinal);

    /// <summary>A check of any upload in the method that shows whether it has an activity.</summary>
    private static bool IsLook(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Outcome" or "Error" or "ErrorId" or "Status" } property } =>
            IsUpload(property.ContainingType),
        IPropertyReferenceOperation { Property.Name: "ActivityId" } read => IsUpload(read.Property.ContainingType) && IsChecked(read),
        IInvocationOperation { TargetMethod: { Name: ClientNames.OutcomeOf } method } =>
            Operations.IsType(method.ContainingType, ClientNames.UploadResults),
        _ => false,
    };

    private static bool IsChecked(IPropertyReferenceOperation read)
    {
        IOperation value = read;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IBinaryOperation or IIsPatternOperation or IIsTypeOperation or ICoalesceOperation
            or IConditionalAccessOperation or ISwitchOperation
            or ISwitchExpressionOperation or IPropertySubpatternOperation or IPropertyReferenceOperation { Property.Name: "HasValue" }
            || IsHandedOn(value);
    }

    /// <summary>Passed to a method that checks it: Assert.NotNull(result.ActivityId), Debug.Assert(...).</summary>
    private static bool IsHandedOn(IOperation value) => value.Parent is IArgumentOperation { Parent: IInvocationOperation };
}
