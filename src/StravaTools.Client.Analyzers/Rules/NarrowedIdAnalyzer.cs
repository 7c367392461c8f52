using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Client.Analyzers.Usage;

namespace StravaTools.Client.Analyzers.Rules;

/// <summary>STRV4001: Strava IDs are stored in 64 bits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrowedIdAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        UsageRuleIdentifiers.NarrowedId,
        "Strava IDs are stored in 64 bits",
        "{0} does not fit into {1}. Strava IDs have 64 bits; keep this ID as a long.",
        UsageRuleIdentifiers.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: UsageRuleIdentifiers.HelpLink(UsageRuleIdentifiers.NarrowedId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ClientNames.Client) is not null)
            {
                start.RegisterOperationAction(CheckConversion, OperationKind.Conversion);
                start.RegisterOperationAction(CheckCall, OperationKind.Invocation);
            }
        });
    }

    private static void CheckConversion(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (IsNarrow(conversion.Type) && IsWide(conversion.Operand.Type) && context.ContainingSymbol.Name != nameof(GetHashCode)
            && FindIdProperty(conversion.Operand) is { } id)
        {
            Report(context, id, conversion.Type!);
        }
    }

    /// <summary>Convert.ToInt32(status.Id) and int.Parse(status.IdStr).</summary>
    private static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Arguments is not [{ Value: var value }, ..])
        {
            return;
        }

        var type = call.TargetMethod.ContainingType;
        if (Operations.IsType(type, "System.Convert") && IsNarrow(call.Type) && FindIdProperty(value) is { } id)
        {
            Report(context, id, call.Type!);
        }
        else if (IsNarrow(type) && call.TargetMethod.Name is "Parse" or "TryParse" && IdTextOf(value) is { } text)
        {
            Report(context, text, type);
        }
    }

    private static void Report(OperationAnalysisContext context, IPropertySymbol id, ITypeSymbol type) =>
        context.ReportDiagnostic(Diagnostic.Create(
        Rule, context.Operation.Syntax.GetLocation(), $"{id.ContainingType.Name}.{id.Name}", NotNullable(type).ToDisplayString()));

    private static IPropertySymbol? FindIdProperty(IOperation operation)
    {
        var value = Operations.Unwrap(operation);
        if (value is ICoalesceOperation coalesce)
        {
            value = Operations.Unwrap(coalesce.Value);
        }

        if (value is ILocalReferenceOperation local && Operations.OnlyValueOf(local.Local, value) is { } origin)
        {
            value = Operations.Unwrap(origin);
        }

        if (value is IPropertyReferenceOperation { Property: var property } && IsWide(property.Type) && IsOurs(property)
            && IsIdName(property.Name))
        {
            return property;
        }

        return null;
    }

    private static IPropertySymbol? IdTextOf(IOperation operation)
    {
        if (Operations.Unwrap(operation) is IPropertyReferenceOperation { Property: { Name: "IdStr" } property } && IsOurs(property))
        {
            return property;
        }

        return null;
    }

    private static bool IsIdName(string name) => name is "Id" or "ActivityId" or "UploadId" or "AthleteId" or "DuplicateOfActivityId";

    private static bool IsOurs(IPropertySymbol property)
    {
        var space = property.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == ClientNames.Root;
    }

    private static bool IsWide(ITypeSymbol? type) => type is not null && NotNullable(type).SpecialType == SpecialType.System_Int64;

    private static bool IsNarrow(ITypeSymbol? type) => type is not null && NotNullable(type).SpecialType is SpecialType.System_Int32
        or SpecialType.System_UInt32 or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Byte
        or SpecialType.System_SByte
        or SpecialType.System_Single or SpecialType.System_Double;

    private static ITypeSymbol NotNullable(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] })
        {
            return value;
        }

        return type;
    }
}
