using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1013: error IDs come from a table of error IDs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorIdOutsideTableAnalyzer : DiagnosticAnalyzer
{
    private const string Entry = "StravaTools.Http.Errors.ErrorDescriptor";

    private static readonly string[] Tables =
    [
        "StravaTools.Client.StravaErrors", "StravaTools.Http.Errors.ApiErrors", "StravaTools.Decathlon.DecathlonErrors",
        "StravaTools.Sync.Errors.SyncErrors", "StravaTools.Sync.Errors.ScheduleErrors",
        "StravaTools.Sync.PostgreSql.Errors.PostgreSqlErrors",
    ];

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ErrorIdOutsideTable,
        "Error IDs come from a table of error IDs",
        "The error ID '{0}' {1}",
        RuleCategories.Cmdlets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.ErrorIdOutsideTable));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // The tables apply only to our own assemblies. Code that uses them has its own error IDs.
            var tables = Tables.Select(start.Compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>()
                .Where(table => IsSameHouse(table.ContainingAssembly, start.Compilation.Assembly))
                .ToImmutableArray();
            if (!tables.IsEmpty)
            {
                start.RegisterOperationAction(
                    operation => AnalyzeOperation(operation, tables), OperationKind.ObjectCreation, OperationKind.Invocation);
            }
        });
    }

    private static bool IsSameHouse(IAssemblySymbol table, IAssemblySymbol assembly) => FirstPart(table) == FirstPart(assembly);

    private static string FirstPart(IAssemblySymbol assembly) => assembly.Name.Split('.')[0];

    private static void AnalyzeOperation(OperationAnalysisContext context, ImmutableArray<INamedTypeSymbol> tables)
    {
        foreach (var argument in ArgumentsOf(context.Operation))
        {
            if (argument.Parameter is { } parameter && IsErrorId(parameter) && WhatIsWrong(argument.Value, context, tables) is { } wrong)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(Rule, argument.Value.Syntax.GetLocation(), argument.Value.ConstantValue.Value, wrong));
            }
        }
    }

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => creation.Arguments,
        IInvocationOperation invocation => invocation.Arguments,
        _ => [],
    };

    /// <summary>PowerShell's errorId, MSBuild's errorCode, and our own IDs and codes.</summary>
    private static bool IsErrorId(IParameterSymbol parameter) =>
        parameter.Type.SpecialType == SpecialType.System_String && parameter.Name switch
        {
            "errorId" or "errorCode" => true,
            "code" => parameter.ContainingSymbol.Name is "LogError" or "WriteError",
            "Id" => parameter.ContainingType.ToDisplayString() == Entry,
            _ => false,
        };

    private static string? WhatIsWrong(IOperation value, OperationAnalysisContext context, ImmutableArray<INamedTypeSymbol> tables)
    {
        // An ID that is known only at run time is the ID of a rule or comes from the table.
        if (value.ConstantValue is not { HasValue: true, Value: string id })
        {
            return null;
        }

        if (tables.Contains(context.ContainingSymbol.ContainingType, SymbolEqualityComparer.Default))
        {
            if (context.ContainingSymbol is IFieldSymbol or IPropertySymbol
                && (value is not INameOfOperation || context.ContainingSymbol.Name != id))
            {
                return $"must be nameof({context.ContainingSymbol.Name}), because errors are found by their ID";
            }

            return null;
        }

        if (tables.FirstOrDefault(candidate => !candidate.GetMembers(id).IsEmpty) is not { } table)
        {
            return $"is not in a table of errors ({string.Join(", ", tables.Select(known => known.Name))}). Add the error to its table.";
        }

        if (value is ILiteralOperation)
        {
            return $"is a literal. Use {table.Name}.{id} instead.";
        }

        return null;
    }
}
