using System.Diagnostics;

namespace Fuzz;

/// <summary>The result of a run.</summary>
internal sealed record FuzzResult(ulong Seed, long Iterations, IReadOnlyDictionary<string, long> Valid, IReadOnlyList<string> Failures);

/// <summary>
/// Passes mutated files to each target in turn. An iteration depends only on the seed and its number, so that it can be repeated
/// alone: <c>--seed S --iteration N</c>.
/// </summary>
internal sealed class Fuzzer(ulong seed, TextWriter log, string folder)
{
    private const int MostFailures = 10;
    private static readonly TimeSpan Report = TimeSpan.FromSeconds(60);

    private readonly FuzzTarget[] _targets = FuzzTarget.All();
    private readonly Dictionary<string, long> _valid = [];
    private readonly List<string> _failures = [];

    public FuzzResult Run(TimeSpan duration)
    {
        log.WriteLine($"seed {seed}: {string.Join(", ", _targets.Select(target => $"{target.Name} from {target.Bases.Count} files"))}");
        var clock = Stopwatch.StartNew();
        var next = Report;
        long iteration = 0;
        for (; clock.Elapsed < duration && _failures.Count < MostFailures; iteration++)
        {
            Try(iteration);
            if (clock.Elapsed >= next)
            {
                next += Report;
                log.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss} {iteration:N0} iterations, {_failures.Count} failures");
                log.Flush();
            }
        }

        log.WriteLine(
            $"seed {seed}: {iteration:N0} iterations in {clock.Elapsed:hh\\:mm\\:ss}, {_failures.Count} failures; still without errors: "
            + string.Join(", ", _valid.Select(entry => $"{entry.Key} {entry.Value:N0}")));
        return new FuzzResult(seed, iteration, _valid, _failures);
    }

    public bool Replay(long iteration)
    {
        Try(iteration);
        return _failures.Count == 0;
    }

    private void Try(long iteration)
    {
        var target = _targets[iteration % _targets.Length];
        var input = target.Make(new Random(Mix(seed, iteration)));
        try
        {
            if (target.Check(input))
            {
                _valid[target.Name] = _valid.GetValueOrDefault(target.Name) + 1;
            }
        }
        catch (Exception e)
        {
            var path = Path.Combine(folder, $"crash-{target.Name}-{seed}-{iteration}.bin");
            File.WriteAllBytes(path, input);
            var failure = $"{target.Name}: seed {seed}, iteration {iteration}, {input.Length} bytes in {path}: {e}";
            _failures.Add(failure);
            log.WriteLine(failure);
        }
    }

    /// <summary>SplitMix64: similar numbers give unrelated seeds, and the same seeds on every machine.</summary>
    private static int Mix(ulong seed, long iteration)
    {
        var z = unchecked(seed + ((ulong)(iteration + 1) * 0x9E3779B97F4A7C15));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return (int)(z ^ (z >> 31));
    }
}
