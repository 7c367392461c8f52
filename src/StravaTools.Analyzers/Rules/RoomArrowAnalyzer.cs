using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.House;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV2001: a room uses those rooms only that rooms.txt lets it use.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoomArrowAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.RoomArrow,
        "A room uses those rooms only that rooms.txt lets it use",
        "{0} may not use {1} ({2}): rooms.txt has no such arrow",
        RuleCategories.House,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.RoomArrow));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (RoomsFile.Of(start.Compilation, start.Options, start.CancellationToken) is { } rooms)
            {
                var map = new RoomMap(rooms, start.Compilation);
                start.RegisterSyntaxNodeAction(node => Check(node, map), SyntaxKind.IdentifierName, SyntaxKind.GenericName);
            }
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, RoomMap map)
    {
        var name = (SimpleNameSyntax)context.Node;

        // Types and members of other rooms begin with a capital; asking for each local would cost more than all the rest.
        if (!char.IsUpper(name.Identifier.ValueText.FirstOrDefault()) || IsNoUse(name) || map.RoomOf(name.SyntaxTree) is not { } room)
        {
            return;
        }

        var symbol = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
        {
            symbol = extension;
        }

        if (symbol is not null && map.PlaceOf(symbol) is { } place && !room.Allows(place))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, name.GetLocation(), room.Name, place, symbol.Name));
        }
    }

    private static bool IsNoUse(SimpleNameSyntax name) =>
        name.Parent is NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax { Parent: BaseNamespaceDeclarationSyntax or UsingDirectiveSyntax }
            or UsingDirectiveSyntax or BaseNamespaceDeclarationSyntax
        || name.IsPartOfStructuredTrivia();
}
