using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.Cmdlets;

/// <summary>The parameters of cmdlets: properties with [Parameter].</summary>
internal static class CmdletParameters
{
    public static bool IsParameter(IPropertySymbol property, INamedTypeSymbol parameterAttribute) =>
        property.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, parameterAttribute));

    /// <summary>The parameters of a class and of its base classes.</summary>
    public static IEnumerable<IPropertySymbol> ParametersOf(INamedTypeSymbol type, INamedTypeSymbol parameterAttribute)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (IsParameter(property, parameterAttribute))
                {
                    yield return property;
                }
            }
        }
    }

    public static bool HasAlias(IPropertySymbol property, string alias) => property.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.ToDisplayString() == CmdletNames.AliasAttribute)
        .SelectMany(attribute => attribute.ConstructorArguments)
        .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values.AsEnumerable() : [argument])
        .Any(value => alias.Equals(value.Value as string, StringComparison.OrdinalIgnoreCase));
}
