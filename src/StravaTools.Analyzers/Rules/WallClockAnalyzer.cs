using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StravaTools.Analyzers.House;

namespace StravaTools.Analyzers.Rules;

/// <summary>STRV2002: nothing reads the clock, waits or prints but through what it is given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WallClockAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.WallClock,
        "Nothing reads the wall clock, sleeps or prints",
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
        // The system's clock may be the default of an option; who asks it himself has not taken one.
        IInvocationOperation { Instance: IPropertyReferenceOperation { Property: { Name: "System", ContainingType.Name: "TimeProvider" } }, TargetMethod.Name: var asked }
            => $"TimeProvider.System.{asked} reads the wall clock: take a TimeProvider and ask it",
        IInvocationOperation call => OfMember(call.TargetMethod),
        IObjectCreationOperation { Constructor: { } constructor } => OfMember(constructor),
        IMemberReferenceOperation reference => OfMember(reference.Member),
        _ => null,
    };

    private static string? OfMember(ISymbol member)
    {
        var why = (member.ContainingType?.Name, member.Name) switch
        {
            ("DateTime" or "DateTimeOffset", "Now" or "UtcNow" or "Today") or ("Environment", "TickCount" or "TickCount64") or ("Stopwatch", _)
                => "reads the wall clock: take a TimeProvider and ask it",
            ("Thread", "Sleep" or "SpinWait") or ("SpinWait", "SpinOnce" or "SpinUntil")
                => "sleeps: await Task.Delay with a TimeProvider and a CancellationToken",
            ("Task", "Delay") or ("Timer" or "PeriodicTimer" or "CancellationTokenSource", ".ctor") or ("Task", "WaitAsync") when WaitsByItself(member)
                => "waits by the wall clock: use the overload that takes a TimeProvider",
            ("Console", _) => "writes or reads the console: hand the text to the caller",
            _ => null,
        };

        // Names alone decide nothing, but they are cheap and keep nearly everything from the second question.
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
