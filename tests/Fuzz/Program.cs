using System.Globalization;
using Xunit.Runner.InProc.SystemConsole;

namespace Fuzz;

/// <summary><c>dotnet run --project tests/Fuzz -- --minutes 120 --seed 7</c> fuzzes; anything else is for the test runner.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (!args.Contains("--minutes") && !args.Contains("--iteration"))
        {
            return ConsoleRunner.Run(args).GetAwaiter().GetResult();
        }

        var seed = Number(args, "--seed") is { } given ? (ulong)given : (ulong)Environment.TickCount64;
        var fuzzer = new Fuzzer(seed, Console.Out, Environment.CurrentDirectory);
        if (Number(args, "--iteration") is { } iteration)
        {
            return fuzzer.Replay((long)iteration) ? 0 : 1;
        }

        return fuzzer.Run(TimeSpan.FromMinutes(Number(args, "--minutes")!.Value)).Failures.Count == 0 ? 0 : 1;
    }

    private static double? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length
            ? double.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : null;
}
