using StravaTools.Sync.Tests.Storm;
using Xunit.Runner.InProc.SystemConsole;

namespace StravaTools.Sync.Tests;

/// <summary>Runs the tests, or the work of a child process that a test started. The generated entry point could only run tests.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments) =>
        SyncChild.IsCurrentProcess ? (int)await SyncChild.RunAsync() : await ConsoleRunner.Run(arguments);
}
