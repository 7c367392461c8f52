using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StravaTools.Client.Analyzers.Usage;

/// <summary>Helpers for operations that several rules share.</summary>
internal static class Operations
{
    /// <summary>Removes conversions, parentheses, !, and accesses to the value of a nullable.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            var inner = operation switch
            {
                IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                IPropertyReferenceOperation { Property: { Name: "Value" } property, Instance: { } instance } when IsOfNullable(property) =>
                    instance,
                IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault" } method, Instance: { } instance }
                when IsOfNullable(method) => instance,
                _ => null,
            };
            if (inner is null)
            {
                return operation;
            }

            operation = inner;
        }
    }

    public static bool IsOfNullable(ISymbol member) =>
        member.ContainingType?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The awaited call, if it is one.</summary>
    public static IOperation Awaited(IOperation operation)
    {
        operation = Unwrap(operation);
        while (operation is IAwaitOperation await)
        {
            operation = Unwrap(await.Operation);
        }

        if (operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task })
        {
            return Awaited(task);
        }

        return operation;
    }

    /// <summary>The initial value of a local that is never reassigned.</summary>
    public static IOperation? OnlyValueOf(ILocalSymbol local, IOperation within)
    {
        var root = OutermostOperation(within);
        IOperation? value = null;
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when AreSame(declarator.Symbol, local):
                    value = declarator.GetVariableInitializer()?.Value;
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target } when AreSame(target.Local, local):
                case IArgumentOperation { Parameter.RefKind: not RefKind.None, Value: ILocalReferenceOperation byReference }
                    when AreSame(byReference.Local, local):
                    return null;
            }
        }

        return value;
    }

    /// <summary>The complete body that contains an operation.</summary>
    public static IOperation OutermostOperation(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    public static T? Ancestor<T>(IOperation operation)
        where T : class, IOperation
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is T found)
            {
                return found;
            }

            // Code in a lambda runs when the lambda is called, which is not known here.
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return null;
            }
        }

        return null;
    }

    public static bool AreSame(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>Whether a type has this full name. Nested types never match.</summary>
    public static bool IsType(ITypeSymbol? type, string name) =>
        type is { ContainingType: null } && name.EndsWith("." + type.Name, StringComparison.Ordinal)
        && type.ContainingNamespace?.ToDisplayString() is { } space && space.Length + type.Name.Length + 1 == name.Length
        && name.StartsWith(space, StringComparison.Ordinal);
}
