using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Analyzers.House;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV2002: code reads the clock, waits, and prints only through its parameters.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WallClockAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.WallClock,
        "Code does not read the wall clock, sleep, or print",
        "{0}",
        RuleCategories.House,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIdentifiers.HelpLink(RuleIdentifiers.WallClock));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        HouseRule.Register(
            context, Rule, FindClockUse,
            OperationKind.Invocation, OperationKind.MethodReference, OperationKind.PropertyReference, OperationKind.EventReference,
            OperationKind.FieldReference, OperationKind.ObjectCreation);
    }

    private static string? FindClockUse(IOperation operation) => operation switch
    {
        // TimeProvider.System is allowed as the default of an option, but not for reading the time directly.
        IInvocationOperation
        {
            Instance: IPropertyReferenceOperation { Property: { Name: "System", ContainingType.Name: "TimeProvider" } },
            TargetMethod.Name: var asked,
        }
            => $"TimeProvider.System.{asked} reads the wall clock. Accept a TimeProvider and use it.",
        IInvocationOperation call => OfMember(call.TargetMethod),
        IObjectCreationOperation { Constructor: { } constructor } => OfMember(constructor),
        IMemberReferenceOperation reference => OfMember(reference.Member),
        _ => null,
    };

    private static string? OfMember(ISymbol member)
    {
        var why = (member.ContainingType?.Name, member.Name) switch
        {
            ("DateTime" or "DateTimeOffset", "Now" or "UtcNow" or "Today") or ("Environment", "TickCount" or "TickCount64")
                or ("Stopwatch", _)
                => "reads the wall clock. Accept a TimeProvider and use it.",
            ("Thread", "Sleep" or "SpinWait") or ("SpinWait", "SpinOnce" or "SpinUntil")
                => "sleeps. Await Task.Delay with a TimeProvider and a CancellationToken.",
            ("Task", "Delay") or ("Timer" or "PeriodicTimer" or "CancellationTokenSource", ".ctor") or ("Task", "WaitAsync")
            when WaitsByItself(member)
                => "waits by the wall clock. Use the overload with a TimeProvider.",
            ("Console", _) => "writes to or reads from the console. Return the text to the caller.",
            _ => null,
        };

        // Comparing names first is cheap and excludes nearly everything.
        var name = member.Name == ".ctor" ? "" : "." + member.Name;
        if (why is not null && IsSystem(member.ContainingType!))
        {
            return $"{member.ContainingType!.Name}{name} {why}";
        }

        return null;
    }

    private static bool WaitsByItself(ISymbol member) =>
        member is IMethodSymbol method
        && !method.Parameters.Any(parameter => parameter.Type.Name == "TimeProvider")
        && (method.ContainingType.Name == "Timer" || method.Parameters.Any(parameter => parameter.Type.Name is "TimeSpan" or "Int32"));

    private static bool IsSystem(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }
}
