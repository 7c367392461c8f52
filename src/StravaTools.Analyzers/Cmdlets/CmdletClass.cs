using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StravaTools.Analyzers.Cmdlets;

/// <summary>A class with [Cmdlet].</summary>
internal sealed class CmdletClass
{
    private readonly AttributeData _attribute;

    private CmdletClass(INamedTypeSymbol type, AttributeData attribute, string verb, string noun)
    {
        Type = type;
        _attribute = attribute;
        Verb = verb;
        Noun = noun;
    }

    public INamedTypeSymbol Type { get; }

    public string Verb { get; }

    public string Noun { get; }

    /// <summary>The name of the command, Verb-Noun.</summary>
    public string Name => $"{Verb}-{Noun}";

    public bool SupportsShouldProcess =>
        _attribute.NamedArguments.Any(argument => argument is { Key: nameof(SupportsShouldProcess), Value.Value: true });

    /// <summary>Null if the class is not a cmdlet, or its attribute is invalid (the compiler reports that).</summary>
    public static CmdletClass? FromSymbol(INamedTypeSymbol type, INamedTypeSymbol cmdletAttribute)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, cmdletAttribute)
                && attribute.ConstructorArguments is [{ Value: string verb }, { Value: string noun }])
            {
                return new CmdletClass(type, attribute, verb, noun);
            }
        }

        return null;
    }

    /// <summary>The location of the class name.</summary>
    public Location Place => Type.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;

    public Location PlaceOfVerb(CancellationToken cancellationToken) =>
        PlaceOf(argument => argument.NameEquals is null, 0, cancellationToken);

    public Location PlaceOfNoun(CancellationToken cancellationToken) =>
        PlaceOf(argument => argument.NameEquals is null, 1, cancellationToken);

    private Location PlaceOf(Func<AttributeArgumentSyntax, bool> which, int index, CancellationToken cancellationToken)
    {
        var syntax = _attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken);
        if (syntax is AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            return arguments.Where(which).ElementAtOrDefault(index)?.GetLocation() ?? Place;
        }

        return Place;
    }
}
