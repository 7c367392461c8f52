using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace StravaTools.Analyzers.Cmdlets;

/// <summary>One thing a member does: it calls, makes or names another.</summary>
internal readonly record struct Step(ISymbol Target, IOperation Operation)
{
    public int Position => Operation.Syntax.SpanStart;

    /// <summary>A call to a virtual member, which a derived class may have its own of.</summary>
    public bool IsVirtual => Operation is IInvocationOperation { IsVirtual: true } or IPropertyReferenceOperation;
}

/// <summary>
/// Who calls whom in a compilation. Lambdas and local functions belong to the member they are written in; interfaces and delegates are not followed,
/// so what is found is called, but not all that is called is found.
/// </summary>
internal sealed class CallGraph
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<Step>> _steps = new(SymbolEqualityComparer.Default);

    public void Register(CompilationStartAnalysisContext context) => context.RegisterOperationAction(
        Add, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.MethodReference, OperationKind.PropertyReference);

    /// <summary>The methods that implement a method of an interface here.</summary>
    public IEnumerable<IMethodSymbol> ImplementationsOf(IMethodSymbol method) => method.ContainingType.TypeKind != TypeKind.Interface ? [] : _steps.Keys
        .OfType<IMethodSymbol>()
        .Where(member => member.Name == method.Name && member.ContainingType.AllInterfaces.Contains(method.ContainingType, SymbolEqualityComparer.Default));

    /// <summary>What a member does, in the order of the source.</summary>
    public IEnumerable<Step> StepsOf(ISymbol member)
    {
        var steps = Own(member);
        return member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            ? Initializers(constructor.ContainingType).Concat(steps)
            : steps;
    }

    private IEnumerable<Step> Own(ISymbol member) =>
        _steps.TryGetValue(Member(member), out var steps) ? steps.OrderBy(step => step.Position) : [];

    private IEnumerable<Step> Initializers(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => member is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }).SelectMany(Own);

    private void Add(OperationAnalysisContext context)
    {
        ISymbol? target = context.Operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMethodReferenceOperation reference => reference.Method,
            IPropertyReferenceOperation property when IsOwn(property.Property, context.Compilation) => property.Property,
            _ => null,
        };
        if (target is not null)
        {
            _steps.GetOrAdd(Member(context.ContainingSymbol), _ => []).Add(new Step(Member(target), context.Operation));
        }
    }

    private static bool IsOwn(ISymbol symbol, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>An accessor is its property, and a method its definition.</summary>
    private static ISymbol Member(ISymbol symbol) =>
        symbol is IMethodSymbol { AssociatedSymbol: { } associated } ? associated.OriginalDefinition : symbol.OriginalDefinition;
}
