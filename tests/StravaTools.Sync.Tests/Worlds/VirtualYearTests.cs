using System.Globalization;
using StravaTools.Sync.Core;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>
/// Virtual years with random crashes, faults, and deletions. More seeds by the environment variable SYNC_SEEDS: a number, or
/// "first-last" to repeat some.
/// </summary>
public class VirtualYearTests(ITestOutputHelper output)
{
    private const string DefaultSeeds = "1-200";

    [Fact]
    [TimeLimit(1800)]
    public void Year_has_no_violation_with_any_seed()
    {
        var (first, last) = ReadSeeds();
        var (runs, crashes, deletions, requests) = (0L, 0L, 0L, 0L);
        var failed = new List<string>();
        var before = Environment.CpuUsage.TotalTime;
        for (var seed = first; seed <= last; seed++)
        {
            var year = new VirtualYear(seed);
            failed.AddRange(RunYear(year).Select(problem => $"seed {seed}: {problem}"));
            (runs, crashes) = (runs + year.Runs, crashes + year.Crashes);
            (deletions, requests) = (deletions + year.Deletions, requests + year.Requests);
        }

        var cpu = Environment.CpuUsage.TotalTime - before;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Seeds {first} to {last}: {runs} runs, {crashes} crashes, {deletions} deletions, {requests} requests, "
            + $"{cpu.TotalSeconds:F1} s."));
        Assert.True(failed.Count == 0, $"{failed.Count} violations:\n{string.Join('\n', failed.Take(20))}");
    }

    [Fact]
    public void Searching_only_once_is_detected()
    {
        var rules = new SyncRules { Looks = 1, LookPause = TimeSpan.Zero, LostGrace = TimeSpan.Zero };
        var problems = Enumerable.Range(1, 20).SelectMany(seed => RunYear(new VirtualYear(seed, rules))).ToList();
        Assert.Contains(problems, problem => problem.Contains("two activities", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> RunYear(VirtualYear year)
    {
        try
        {
            return year.Run();
        }
        catch (InvalidOperationException e)
        {
            return [e.Message];
        }
    }

    private static (int First, int Last) ReadSeeds()
    {
        var text = Environment.GetEnvironmentVariable("SYNC_SEEDS") is { Length: > 0 } seeds ? seeds : DefaultSeeds;
        var parts = text.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return parts is [var count] ? (1, count) : (parts[0], parts[1]);
    }
}
