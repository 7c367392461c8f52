using System.Reflection;
using Xunit.v3;

[assembly: TestFramework(typeof(TimeLimitedTestFramework))]

namespace StravaTools.Tests;

/// <summary>
/// xunit with a time limit for every test, synchronous or not: a test that hangs fails by name, and the run goes on.
/// A test that may take longer says so with <see cref="TimeLimitAttribute"/>.
/// </summary>
public sealed class TimeLimitedTestFramework : XunitTestFramework
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly) =>
        new TimeLimitedTestDiscoverer(new XunitTestAssembly(assembly, configFilePath: null));
}
