using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Client.Analyzers.Usage;

namespace StravaTools.Client.Analyzers.Rules;

/// <summary>STRV4002: upload status is polled at most once per second.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PollingTooFastAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        UsageRuleIdentifiers.PollingTooFast,
        "Upload status is polled at most once per second",
        "This loop polls the upload status {0}, and each request counts against the rate limit. Call WaitForUploadAsync.",
        UsageRuleIdentifiers.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: UsageRuleIdentifiers.HelpLink(UsageRuleIdentifiers.PollingTooFast));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ClientNames.UploadApi) is { } uploads)
            {
                start.RegisterOperationAction(operation => AnalyzeOperation(operation, uploads), OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeOperation(OperationAnalysisContext context, INamedTypeSymbol uploads)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == ClientNames.GetUploadStatus
            && Operations.AreSame(call.TargetMethod.ContainingType, uploads)
            && Operations.Ancestor<ILoopOperation>(call) is { } loop
            && IsSameUpload(call, loop)
            && Waits.Shortest(loop, call) is { } wait && wait < TimeSpan.FromSeconds(1))
        {
            var how = wait == TimeSpan.Zero ? "without a pause" : $"every {wait.TotalMilliseconds:0} ms";
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), how));
        }
    }

    /// <summary>Whether each iteration requests the same upload. One request for each of many uploads is not polling.</summary>
    private static bool IsSameUpload(IInvocationOperation call, ILoopOperation loop)
    {
        var id = Operations.Unwrap(call.Arguments.First(argument => argument.Parameter?.Name == "uploadId").Value);
        if (id is IPropertyReferenceOperation { Property.Name: "Id", Instance: { } upload } && IsUpload(upload.Type))
        {
            id = Operations.Unwrap(upload);
        }

        return id.ConstantValue.HasValue || id switch
        {
            IParameterReferenceOperation parameter => IsUnchanged(parameter.Parameter, loop),
            ILocalReferenceOperation local => !IsDeclaredIn(local.Local, loop) && IsUnchanged(local.Local, loop),
            IFieldReferenceOperation field => field.Instance is null or IInstanceReferenceOperation && IsUnchanged(field.Field, loop),
            _ => false,
        };
    }

    private static bool IsUpload(ITypeSymbol? type) =>
        Operations.IsType(type, ClientNames.UploadStatus) || Operations.IsType(type, ClientNames.UploadResult);

    private static bool IsDeclaredIn(ILocalSymbol local, ILoopOperation loop) =>
        local.DeclaringSyntaxReferences.Any(reference => loop.Syntax.Span.Contains(reference.Span));

    /// <summary>A new status of the same upload does not count as a change.</summary>
    private static bool IsUnchanged(ISymbol symbol, ILoopOperation loop) => !loop.Descendants().Any(operation => operation switch
    {
        IAssignmentOperation assignment => Refers(assignment.Target, symbol) && !IsPoll(assignment.Value),
        IIncrementOrDecrementOperation increment => Refers(increment.Target, symbol),
        IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => Refers(argument.Value, symbol),
        ITupleOperation tuple =>
            tuple.Parent is IDeconstructionAssignmentOperation && tuple.Elements.Any(element => Refers(element, symbol)),
        _ => false,
    });

    private static bool IsPoll(IOperation value) =>
        Operations.Awaited(value) is IInvocationOperation { TargetMethod.Name: ClientNames.GetUploadStatus };

    private static bool Refers(IOperation operation, ISymbol symbol) => operation switch
    {
        ILocalReferenceOperation local => Operations.AreSame(local.Local, symbol),
        IParameterReferenceOperation parameter => Operations.AreSame(parameter.Parameter, symbol),
        IFieldReferenceOperation field => Operations.AreSame(field.Field, symbol),
        _ => false,
    };
}
