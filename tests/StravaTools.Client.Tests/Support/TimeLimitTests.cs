using System.Collections.Concurrent;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace StravaTools.Client.Tests.Support;

/// <summary>The time limit of every test (tests/Shared), tried on tests that hang.</summary>
public sealed class TimeLimitTests
{
    [Fact]
    public async Task Hanging_tests_fail_by_name_and_the_others_run()
    {
        var results = await RunAsync(typeof(HangingTests), TimeSpan.FromMilliseconds(500));

        Assert.Equal(
            [
                ("Asynchronous_test_never_ends", FailureCause.Timeout),
                ("Quick_test_with_a_longer_limit_passes", null),
                ("Synchronous_test_never_ends", FailureCause.Timeout),
                ("Theory_never_ends(number: 1)", FailureCause.Timeout),
            ],
            results.OrderBy(result => result.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_test_has_a_limit_of_less_than_a_minute() =>
        Assert.InRange(((IXunitTest)TestContext.Current.Test!).Timeout, 1, 59_999);

    private static async Task<IReadOnlyCollection<(string Name, FailureCause? Failure)>> RunAsync(Type tests, TimeSpan limit)
    {
        var assembly = new XunitTestAssembly(tests.Assembly, configFilePath: null);
        var cases = new List<IXunitTestCase>();
        await new TimeLimitedTestDiscoverer(assembly, limit).Find(AddAsync, TestFrameworkOptions.Empty(), [tests],
            TestContext.Current.CancellationToken);
        var results = new Results(tests.FullName + ".");
        await new XunitTestFrameworkExecutor(assembly).RunTestCases(cases, results, TestFrameworkOptions.Empty(),
            TestContext.Current.CancellationToken);
        return results.All;

        ValueTask<bool> AddAsync(ITestCase testCase)
        {
            cases.Add((IXunitTestCase)testCase);
            return new(true);
        }
    }

    private sealed class Results(string prefix) : IMessageSink
    {
        private readonly ConcurrentDictionary<string, string> _names = [];

        public ConcurrentBag<(string Name, FailureCause? Failure)> All { get; } = [];

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestStarting starting:
                    _names[starting.TestUniqueID] = starting.TestDisplayName.Replace(prefix, "", StringComparison.Ordinal);
                    break;
                case ITestPassed passed:
                    All.Add((_names[passed.TestUniqueID], null));
                    break;
                case ITestFailed failed:
                    All.Add((_names[failed.TestUniqueID], failed.Cause));
                    break;
            }

            return true;
        }
    }
}
