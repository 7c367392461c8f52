using System.Reflection;
using Xunit.v3;

[assembly: TestFramework(typeof(TimeLimitedTestFramework))]

namespace StravaTools.Tests;

/// <summary>
/// xunit with a time limit for every test, synchronous or not: a test that hangs fails with its name, and the run continues.
/// A test that needs more time declares a <see cref="TimeLimitAttribute"/>.
/// </summary>
public sealed class TimeLimitedTestFramework : XunitTestFramework
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly) =>
        new TimeLimitedTestDiscoverer(new XunitTestAssembly(assembly, configFilePath: null));
}
