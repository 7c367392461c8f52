using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Analyzers.Usage;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV4005: an upload's ActivityId is taken for granted only by code that looked at how the upload ended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedActivityIdAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ActivityIdUnlooked,
        "An upload's ActivityId is taken only after a look at how the upload ended",
        "This upload may be pending, a duplicate or rejected, and then there is no ActivityId: look at {0} first",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.ActivityIdUnlooked));

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
            var where = Operations.IsType(read.Property.ContainingType, ClientNames.UploadResult) ? "Outcome" : "UploadResults.OutcomeOf(status)";
            context.ReportDiagnostic(Diagnostic.Create(Rule, read.Syntax.GetLocation(), where));
        }
    }

    private static bool IsActivityId(IPropertyReferenceOperation read) =>
        read is { Property.Name: "ActivityId", Instance: not null } && IsUpload(read.Property.ContainingType);

    private static bool IsUpload(ITypeSymbol? type) => Operations.IsType(type, ClientNames.UploadStatus) || Operations.IsType(type, ClientNames.UploadResult);

    /// <summary>.Value, (long), or a part of an address. Who hands the long? on has not lost that there may be none.</summary>
    private static bool IsTakenForGranted(IPropertyReferenceOperation read) => read.Parent switch
    {
        IPropertyReferenceOperation { Property: { Name: "Value" } property } => Operations.IsOfNullable(property),
        IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault" or "ToString" } method, Arguments.Length: 0 } => Operations.IsOfNullable(method),
        IConversionOperation { IsImplicit: false, Type.SpecialType: SpecialType.System_Int64 } => true,
        IInterpolationOperation part => IsInAddress(part),
        _ => false,
    };

    /// <summary>$".../activities/{id}": an address without the id is another's; a log may well say that there is none.</summary>
    private static bool IsInAddress(IInterpolationOperation part) =>
        part.Parent is IInterpolatedStringOperation { Parts: var parts } && parts.IndexOf(part) is > 0 and var index
        && parts[index - 1] is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }
        && (text.EndsWith("/", StringComparison.Ordinal) || text.EndsWith("=", StringComparison.Ordinal));

    /// <summary>A result that this method has got itself: nobody else can have looked at it.</summary>
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
                case IVariableDeclaratorOperation declarator when Operations.AreSame(declarator.Symbol, local.Local) && declarator.GetVariableInitializer() is { } initializer:
                    yield return initializer.Value;
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Operations.AreSame(target.Local, local.Local):
                    yield return assignment.Value;
                    break;
            }
        }
    }

    /// <summary>One of our own calls; what somebody's own method returns it may have looked at.</summary>
    private static bool IsCall(IOperation value) => Operations.Awaited(value) is IInvocationOperation
    {
        TargetMethod:
        {
            Name: "UploadAsync" or "SendAsync" or ClientNames.GetUploadStatus or ClientNames.WaitForUpload or ClientNames.ToResult,
            ContainingNamespace: { } space,
        },
    } && space.ToDisplayString().StartsWith("StravaTools.Client", StringComparison.Ordinal);

    /// <summary>Whatever tells whether there is an activity, of any upload in the method.</summary>
    private static bool IsLook(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Outcome" or "Error" or "ErrorId" or "Status" } property } => IsUpload(property.ContainingType),
        IPropertyReferenceOperation { Property.Name: "ActivityId" } read => IsUpload(read.Property.ContainingType) && IsChecked(read),
        IInvocationOperation { TargetMethod: { Name: ClientNames.OutcomeOf } method } => Operations.IsType(method.ContainingType, ClientNames.UploadResults),
        _ => false,
    };

    private static bool IsChecked(IPropertyReferenceOperation read)
    {
        IOperation value = read;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IBinaryOperation or IIsPatternOperation or IIsTypeOperation or ICoalesceOperation or IConditionalAccessOperation or ISwitchOperation
            or ISwitchExpressionOperation or IPropertySubpatternOperation or IPropertyReferenceOperation { Property.Name: "HasValue" }
            || IsHandedOn(value);
    }

    /// <summary>To a method that looks by itself: Assert.NotNull(result.ActivityId), Debug.Assert(...).</summary>
    private static bool IsHandedOn(IOperation value) => value.Parent is IArgumentOperation { Parent: IInvocationOperation };
}
