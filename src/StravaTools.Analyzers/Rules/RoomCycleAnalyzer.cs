using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.House;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV2005: the rooms of a project form a directed acyclic graph.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoomCycleAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.RoomCycle,
        "Rooms do not use each other in a cycle",
        "These rooms use each other: {0}. Delete one of these arrows.",
        RuleCategories.House,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.RoomCycle),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(end =>
        {
            if (RoomsFile.FromOptions(end.Compilation, end.Options, end.CancellationToken) is not { } rooms)
            {
                return;
            }

            // Each project reports the cycles through its own rooms.
            var here = new HashSet<Room>(new RoomMap(rooms, end.Compilation).RoomsHere);
            foreach (var cycle in RoomCycle.FindAll(rooms.Rooms).Where(cycle => cycle.Rooms.Any(here.Contains)))
            {
                end.ReportDiagnostic(Diagnostic.Create(Rule, cycle.Location, cycle));
            }
        });
    }
}
