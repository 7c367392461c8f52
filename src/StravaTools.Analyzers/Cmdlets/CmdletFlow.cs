using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.Cmdlets;

/// <summary>What a cmdlet does from where PowerShell calls it, through its own methods and those of its helpers.</summary>
internal sealed class CmdletFlow(CmdletClass cmdlet, CallGraph graph)
{
    /// <summary>In the order in which PowerShell calls them.</summary>
    private static readonly string[] EntryPoints = ["BeginProcessing", "ProcessRecord", "EndProcessing", "Dispose"];

    /// <summary>All that is done, each step once.</summary>
    public IEnumerable<Step> AllSteps() => StepsFrom(Roots());

    /// <summary>All objects that are sent down the pipeline.</summary>
    public IEnumerable<WrittenObject> Output() => AllSteps().Select(step => WrittenObject.Of(step, graph)).OfType<WrittenObject>();

    /// <summary>Changes on a way that no question leads to: neither before in the same member, nor before the call in one of its callers.</summary>
    public IEnumerable<Step> ChangesBeforeAsking()
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var root in Roots())
        {
            foreach (var change in ChangesBeforeAsking(root, seen))
            {
                yield return change;
            }

            // What BeginProcessing asked, ProcessRecord may remember.
            if (Asks(root))
            {
                yield break;
            }
        }
    }

    private IEnumerable<Step> StepsFrom(IEnumerable<ISymbol> members)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<ISymbol>(members);
        while (open.Count > 0)
        {
            var member = open.Dequeue();
            if (!seen.Add(member))
            {
                continue;
            }

            foreach (var step in graph.StepsOf(member))
            {
                yield return step;
                open.Enqueue(Resolve(step));
            }
        }
    }

    private IEnumerable<Step> ChangesBeforeAsking(ISymbol member, HashSet<ISymbol> seen)
    {
        if (!seen.Add(member))
        {
            yield break;
        }

        foreach (var step in graph.StepsOf(member))
        {
            if (IsAnswered(step))
            {
                yield break;
            }

            if (StateChanges.IsChange(step.Target))
            {
                yield return step;
            }

            foreach (var change in ChangesBeforeAsking(Resolve(step), seen))
            {
                yield return change;
            }
        }
    }

    /// <summary>Whether a step asks, itself or in a method that hands the answer back.</summary>
    private bool IsAnswered(Step step) => StateChanges.IsQuestion(step.Target) || (StateChanges.IsAnswer(step.Target) && Asks(Resolve(step)));

    private bool Asks(ISymbol member) => StepsFrom([member]).Any(step => StateChanges.IsQuestion(step.Target));

    private IEnumerable<ISymbol> Roots()
    {
        foreach (var constructor in cmdlet.Type.InstanceConstructors)
        {
            yield return constructor;
        }

        foreach (var name in EntryPoints)
        {
            var methods = Chain().SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>();
            if (methods.FirstOrDefault(method => method.Parameters.Length == 0 || name == "Dispose") is { } method)
            {
                yield return method;
            }
        }
    }

    /// <summary>The method that a call arrives at in this cmdlet.</summary>
    private ISymbol Resolve(Step step)
    {
        if (!step.IsVirtual || !(step.Target.IsVirtual || step.Target.IsAbstract || step.Target.IsOverride))
        {
            return step.Target;
        }

        return Chain().SelectMany(type => type.GetMembers(step.Target.Name)).FirstOrDefault(member => Overrides(member, step.Target)) ?? step.Target;
    }

    private static bool Overrides(ISymbol member, ISymbol target)
    {
        for (var current = member; current is not null; current = Overridden(current))
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, target))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private IEnumerable<INamedTypeSymbol> Chain()
    {
        for (var type = cmdlet.Type; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }
}
