using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.Cmdlets;

/// <summary>The types that a cmdlet declares by [OutputType]. PowerShell ignores the attributes of base classes.</summary>
internal sealed class DeclaredOutput
{
    private readonly List<ITypeSymbol> _types = [];
    private bool _hasNames;

    public bool IsDeclared { get; private set; }

    public static DeclaredOutput FromCmdlet(CmdletClass cmdlet)
    {
        var output = new DeclaredOutput();
        foreach (var attribute in cmdlet.Type.GetAttributes()
            .Where(one => one.AttributeClass?.ToDisplayString() == CmdletNames.OutputTypeAttribute))
        {
            output.IsDeclared = true;
            output.AddAttribute(attribute);
        }

        return output;
    }

    /// <summary>
    /// Whether an object of this type can be of a declared type. A type that is declared by its name as text is accepted.
    /// </summary>
    public bool Allows(ITypeSymbol written) =>
        _hasNames || _types.Exists(type => IsAssignable(written, type) || IsAssignable(type, written));

    private void AddAttribute(AttributeData attribute)
    {
        var values = attribute.ConstructorArguments.SelectMany(
            argument => argument.Kind == TypedConstantKind.Array ? argument.Values.AsEnumerable() : [argument]);
        foreach (var value in values)
        {
            if (value.Value is ITypeSymbol type)
            {
                _types.Add(type);
            }
            else
            {
                _hasNames = true;
            }
        }
    }

    private static bool IsAssignable(ITypeSymbol type, ITypeSymbol other)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return type.AllInterfaces.Contains(other, SymbolEqualityComparer.Default);
    }
}
