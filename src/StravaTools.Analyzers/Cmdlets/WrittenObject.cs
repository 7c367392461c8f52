using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StravaTools.Analyzers.Cmdlets;

/// <summary>
/// A call that writes an object to the pipeline: PowerShell's WriteObject, or a method of the project that forwards to it.
/// </summary>
internal readonly record struct WrittenObject(IOperation Value, ITypeSymbol? Type)
{
    /// <summary>Null if a call writes nothing.</summary>
    public static WrittenObject? FromStep(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "WriteObject", Parameters: [{ Type.SpecialType: SpecialType.System_Object }, ..] }
            || !Writes(call.TargetMethod))
        {
            return null;
        }

        var value = call.Arguments.First(argument => argument.Parameter?.Ordinal == 0).Value;
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return new WrittenObject(value, TypeOf(value, call));
    }

    /// <summary>
    /// PowerShell's method, or that of an interface through which cmdlets write to the pipeline. Other classes can also have a WriteObject.
    /// </summary>
    private static bool Writes(IMethodSymbol method) =>
        method.ContainingType.TypeKind == TypeKind.Interface
        || method.ContainingNamespace.ToDisplayString() == "System.Management.Automation";

    /// <summary>The type that the next command receives; null if the source does not show it.</summary>
    private static ITypeSymbol? TypeOf(IOperation value, IInvocationOperation call)
    {
        var enumerate = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 1)?.Value.ConstantValue;
        return enumerate switch
        {
            null => KnownType(value.Type),
            { HasValue: true, Value: false } => KnownType(value.Type),
            { HasValue: true, Value: true } => KnownType(ElementOf(value.Type)),
            _ => null,
        };
    }

    private static ITypeSymbol? KnownType(ITypeSymbol? type) => type switch
    {
        null or { TypeKind: TypeKind.Error or TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Interface } => null,
        { SpecialType: SpecialType.System_Object } => null,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => value,
        _ => type.ToDisplayString() == CmdletNames.PSObject ? null : type,
    };

    private static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType;
        }

        if (type is null || type.SpecialType == SpecialType.System_String)
        {
            return type;
        }

        var sequences = type.AllInterfaces.Concat(type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self ? [self] : [])
            .Where(candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            .ToList();
        if (sequences is [{ TypeArguments: [var element] }])
        {
            return element;
        }

        return null;
    }
}
