using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.House;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV2001: a room uses only the rooms that rooms.txt allows. STRV2006: it uses each of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoomArrowAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.RoomArrow,
        "A room uses only the rooms that rooms.txt allows",
        "{0} may not use {1} ({2}). Move the code, or add the arrow to rooms.txt.",
        RuleCategories.House,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.RoomArrow));

    private static readonly DiagnosticDescriptor Unused = new(
        RuleIdentifiers.UnusedArrow,
        "Every arrow in rooms.txt is used",
        "The code of {0} does not use {1}. Delete the arrow.",
        RuleCategories.House,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.UnusedArrow),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule, Unused];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (RoomsFile.FromOptions(start.Compilation, start.Options, start.CancellationToken) is { } rooms)
            {
                var map = new RoomMap(rooms, start.Compilation);
                var uses = new ConcurrentDictionary<(Room Room, string Place), bool>();
                start.RegisterSyntaxNodeAction(node => AnalyzeName(node, map, uses), SyntaxKind.IdentifierName, SyntaxKind.GenericName);
                start.RegisterCompilationEndAction(end => ReportUnused(end, map, uses.Keys));
            }
        });
    }

    private static void ReportUnused(CompilationAnalysisContext context, RoomMap map, ICollection<(Room Room, string Place)> uses)
    {
        foreach (var room in map.RoomsHere)
        {
            foreach (var arrow in room.MayUse.Where(arrow => !uses.Any(use => use.Room == room && arrow.Covers(use.Place))))
            {
                context.ReportDiagnostic(Diagnostic.Create(Unused, arrow.Location, room.Name, arrow.Text));
            }
        }
    }

    private static void AnalyzeName(
        SyntaxNodeAnalysisContext context, RoomMap map, ConcurrentDictionary<(Room Room, string Place), bool> uses)
    {
        var name = (SimpleNameSyntax)context.Node;

        // Types and members of other rooms start with a capital. Resolving every local as well would dominate the cost of this rule.
        if (!char.IsUpper(name.Identifier.ValueText.FirstOrDefault()) || IsNoUse(name) || map.RoomOf(name.SyntaxTree) is not { } room)
        {
            return;
        }

        var symbol = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
        {
            symbol = extension;
        }

        if (symbol is null || map.PlaceOf(symbol) is not { } place)
        {
            return;
        }

        uses.TryAdd((room, place), true);
        if (!room.Allows(place))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, name.GetLocation(), room.Name, place, symbol.Name));
        }
    }

    private static bool IsNoUse(SimpleNameSyntax name) =>
        name.Parent is NameColonSyntax or NameEqualsSyntax
        or QualifiedNameSyntax { Parent: BaseNamespaceDeclarationSyntax or UsingDirectiveSyntax }
            or UsingDirectiveSyntax or BaseNamespaceDeclarationSyntax
        || name.IsPartOfStructuredTrivia();
}
