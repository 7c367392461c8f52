using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StravaTools.Client.Analyzers.Usage;

/// <summary>Determines the time that a piece of code waits, if it is known.</summary>
internal static class Waits
{
    private static readonly string[] Words = ["Backoff", "Delay", "Pause", "Retry", "Sleep", "Throttle", "Tick", "Wait"];

    /// <summary>
    /// The shortest time for which code waits. Null means "possibly long enough": a wait whose length is known only at run time, or any
    /// call that may wait, according to its name or because it is an awaited method of the project.
    /// </summary>
    /// <param name="code">A loop, or a part of one.</param>
    /// <param name="request">The call that is known not to wait.</param>
    public static TimeSpan? Shortest(IOperation code, IOperation? request = null)
    {
        var sum = TimeSpan.Zero;
        foreach (var invocation in code.Descendants().OfType<IInvocationOperation>().Where(invocation => invocation != request))
        {
            if (IsPlainDelay(invocation.TargetMethod))
            {
                if (LengthOf(invocation) is not { } length)
                {
                    return null;
                }

                sum += length;
            }
            else if (MayWait(invocation))
            {
                return null;
            }
        }

        return sum;
    }

    private static bool IsPlainDelay(IMethodSymbol method) =>
        (method.Name == "Delay" && Operations.IsType(method.ContainingType, "System.Threading.Tasks.Task"))
        || (method.Name == "Sleep" && Operations.IsType(method.ContainingType, "System.Threading.Thread"));

    private static bool MayWait(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        return Words.Any(word => method.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 && !IsPlumbing(method))
            || (IsAwaited(invocation) && (method.MethodKind == MethodKind.DelegateInvoke || !IsKnown(method.ContainingType)));
    }

    /// <summary>Calls with such a word in their names that do not wait themselves.</summary>
    private static bool IsPlumbing(IMethodSymbol method) => method.Name is "ConfigureAwait" or "GetAwaiter";

    private static readonly string[] KnownNamespaces = ["System.", "StravaTools.Client", "StravaTools.Http"];

    /// <summary>The framework and our packages, in which the names of waiting methods show that they wait.</summary>
    private static bool IsKnown(INamedTypeSymbol type)
    {
        var name = type.ContainingNamespace?.ToDisplayString() ?? "";
        return name == "System" || Array.Exists(KnownNamespaces, known => name.StartsWith(known, StringComparison.Ordinal));
    }

    private static bool IsAwaited(IInvocationOperation invocation) =>
        invocation.Parent is IAwaitOperation || invocation.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" };

    private static TimeSpan? LengthOf(IInvocationOperation delay) => LengthOf(delay.Arguments[0].Value);

    private static TimeSpan? LengthOf(IOperation value)
    {
        value = Operations.Unwrap(value);
        return value switch
        {
            { ConstantValue: { HasValue: true, Value: int milliseconds } } => Milliseconds(milliseconds),
            IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } } => TimeSpan.Zero,
            IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan" } method, Arguments: [var only] } =>
                DurationOf(method.Name, only.Value),
            // An overload with additional optional parameters.
            IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan" } method, Arguments: [var first, ..] arguments }
                when arguments.Skip(1).All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue) =>
                    DurationOf(method.Name, first.Value),
            _ => null,
        };
    }

    private static TimeSpan? DurationOf(string method, IOperation value)
    {
        if (Operations.Unwrap(value).ConstantValue is not { HasValue: true, Value: { } constant }
            || constant is not (int or long or double))
        {
            return null;
        }

        var number = Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture);
        return method switch
        {
            "FromTicks" => TimeSpan.FromTicks((long)number),
            "FromMicroseconds" => Milliseconds(number / 1000),
            "FromMilliseconds" => Milliseconds(number),
            "FromSeconds" => Milliseconds(number * 1000),
            _ => null,
        };
    }

    /// <summary>A negative time means an infinite wait.</summary>
    private static TimeSpan? Milliseconds(double milliseconds)
    {
        if (milliseconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        return null;
    }
}
