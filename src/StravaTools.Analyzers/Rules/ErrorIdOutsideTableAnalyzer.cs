using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV1013: an error's id comes from the one table of error ids.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorIdOutsideTableAnalyzer : DiagnosticAnalyzer
{
    private const string Table = "StravaTools.Client.StravaErrors";
    private const string Entry = "StravaTools.Client.StravaError";

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ErrorIdOutsideTable,
        "An error's id comes from the one table of error ids",
        "The error id '{0}' {1}",
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
            // Our table binds our own assemblies only: whoever uses them has error ids of their own.
            if (start.Compilation.GetTypeByMetadataName(Table) is { } table && IsSameHouse(table.ContainingAssembly, start.Compilation.Assembly))
            {
                start.RegisterOperationAction(operation => AnalyzeOperation(operation, table), OperationKind.ObjectCreation, OperationKind.Invocation);
            }
        });
    }

    private static bool IsSameHouse(IAssemblySymbol table, IAssemblySymbol assembly) => FirstPart(table) == FirstPart(assembly);

    private static string FirstPart(IAssemblySymbol assembly) => assembly.Name.Split('.')[0];

    private static void AnalyzeOperation(OperationAnalysisContext context, INamedTypeSymbol table)
    {
        foreach (var argument in ArgumentsOf(context.Operation))
        {
            if (argument.Parameter is { } parameter && IsErrorId(parameter) && WhatIsWrong(argument.Value, context, table) is { } wrong)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Value.Syntax.GetLocation(), argument.Value.ConstantValue.Value, wrong));
            }
        }
    }

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => creation.Arguments,
        IInvocationOperation invocation => invocation.Arguments,
        _ => [],
    };

    /// <summary>PowerShell's errorId, MSBuild's errorCode, and the ids and codes of our own.</summary>
    private static bool IsErrorId(IParameterSymbol parameter) => parameter.Type.SpecialType == SpecialType.System_String && parameter.Name switch
    {
        "errorId" or "errorCode" => true,
        "code" => parameter.ContainingSymbol.Name is "LogError" or "WriteError",
        "Id" => parameter.ContainingType.ToDisplayString() == Entry,
        _ => false,
    };

    private static string? WhatIsWrong(IOperation value, OperationAnalysisContext context, INamedTypeSymbol table)
    {
        // What is known at run time only is the id of a rule, or comes from the table.
        if (value.ConstantValue is not { HasValue: true, Value: string id })
        {
            return null;
        }

        if (SymbolEqualityComparer.Default.Equals(context.ContainingSymbol.ContainingType, table))
        {
            if (context.ContainingSymbol is IFieldSymbol or IPropertySymbol && (value is not INameOfOperation || context.ContainingSymbol.Name != id))
            {
                return $"is to be nameof({context.ContainingSymbol.Name}): an error is found by its id";
            }

            return null;
        }

        if (table.GetMembers(id).IsEmpty)
        {
            return $"is not in {table.Name}: write the error there";
        }

        if (value is ILiteralOperation)
        {
            return $"is a literal: write {table.Name}.{id}, which cannot be mistyped";
        }

        return null;
    }
}
