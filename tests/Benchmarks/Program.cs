using BenchmarkDotNet.Running;
using StravaTools.Benchmarks;

if (args is ["quick", ..])
{
    Quick.Run(args[1..]);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(FitBenchmarks).Assembly).Run(args);
