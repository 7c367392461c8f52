using Xunit.Sdk;
using Xunit.v3;

namespace StravaTools.Tests;

/// <summary>Gives every test that states no time limit the same one.</summary>
/// <param name="testAssembly">The tests.</param>
/// <param name="limit">The limit; by default short enough that a hang is a failed test within a minute.</param>
internal sealed class TimeLimitedTestDiscoverer(IXunitTestAssembly testAssembly, TimeSpan? limit = null) : XunitTestFrameworkDiscoverer(testAssembly)
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(50);

    private readonly int _milliseconds = (int)(limit ?? DefaultLimit).TotalMilliseconds;

    protected override ValueTask<bool> FindTestsForMethod(
        IXunitTestMethod testMethod, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback)
    {
        // The same attributes are read when the test cases are made.
        foreach (var fact in testMethod.FactAttributes.OfType<FactAttribute>().Where(fact => fact.Timeout == 0))
        {
            fact.Timeout = _milliseconds;
        }

        return base.FindTestsForMethod(testMethod, discoveryOptions, discoveryCallback);
    }
}
