using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace StravaTools.Tests;

/// <summary>Sets the time limit of every test: that of its <see cref="TimeLimitAttribute"/>, or the default.</summary>
/// <param name="testAssembly">The tests.</param>
/// <param name="limit">The limit of tests without an attribute; by default short enough that a hang is a failed test within a
/// minute.</param>
internal sealed class TimeLimitedTestDiscoverer(IXunitTestAssembly testAssembly, TimeSpan? limit = null)
    : XunitTestFrameworkDiscoverer(testAssembly)
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(50);

    protected override ValueTask<bool> FindTestsForMethod(
        IXunitTestMethod testMethod, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback)
    {
        var timeout = (int)LimitOf(testMethod).TotalMilliseconds;

        // Test cases are created from these attributes.
        foreach (var fact in testMethod.FactAttributes.OfType<FactAttribute>().Where(fact => fact.Timeout == 0))
        {
            fact.Timeout = timeout;
        }

        return base.FindTestsForMethod(testMethod, discoveryOptions, discoveryCallback);
    }

    private TimeSpan LimitOf(IXunitTestMethod testMethod)
    {
        var own = testMethod.Method.GetCustomAttribute<TimeLimitAttribute>()
            ?? testMethod.TestClass.Class.GetCustomAttribute<TimeLimitAttribute>();
        return own?.Limit ?? limit ?? DefaultLimit;
    }
}
