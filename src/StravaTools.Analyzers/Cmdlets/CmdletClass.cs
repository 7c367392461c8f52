using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

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

    /// <summary>What people type.</summary>
    public string Name => $"{Verb}-{Noun}";

    public bool SupportsShouldProcess =>
        _attribute.NamedArguments.Any(argument => argument is { Key: nameof(SupportsShouldProcess), Value.Value: true });

    /// <summary>Null if the class is no cmdlet, or its attribute is broken (the compiler tells of that).</summary>
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

    /// <summary>Where the class has its name.</summary>
    public Location Place => Type.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;

    public Location PlaceOfVerb(CancellationToken cancellationToken) => PlaceOf(argument => argument.NameEquals is null, 0, cancellationToken);

    public Location PlaceOfNoun(CancellationToken cancellationToken) => PlaceOf(argument => argument.NameEquals is null, 1, cancellationToken);

    private Location PlaceOf(Func<AttributeArgumentSyntax, bool> which, int index, CancellationToken cancellationToken)
    {
        if (_attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            return arguments.Where(which).ElementAtOrDefault(index)?.GetLocation() ?? Place;
        }

        return Place;
    }
}

internal static class CmdletActions
{
    /// <summary>Has each class with [Cmdlet] looked at; nothing at all where PowerShell is not referenced.</summary>
    public static void RegisterCmdletAction(this AnalysisContext context, Action<SymbolAnalysisContext, CmdletClass> check) =>
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(CmdletNames.CmdletAttribute) is { } cmdletAttribute)
            {
                start.RegisterSymbolAction(
                    symbol =>
                    {
                        if (CmdletClass.FromSymbol((INamedTypeSymbol)symbol.Symbol, cmdletAttribute) is { } cmdlet)
                        {
                            check(symbol, cmdlet);
                        }
                    },
                    SymbolKind.NamedType);
            }
        });
}
