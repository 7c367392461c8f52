using StravaTools.Sync.PostgreSql.Tests.Fleets;
using Xunit.Runner.InProc.SystemConsole;

namespace StravaTools.Sync.PostgreSql.Tests;

/// <summary>Runs the tests, or a worker that a test started as a process. The generated entry point could only run tests.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments) =>
        WorkerChild.IsCurrentProcess ? await WorkerChild.RunAsync() : await ConsoleRunner.Run(arguments);
}
