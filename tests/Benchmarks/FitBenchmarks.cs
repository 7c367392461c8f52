using BenchmarkDotNet.Attributes;
using Benchmarks.Rides;
using StravaTools.Activities;

namespace Benchmarks;

/// <summary>
/// FIT: integrity check, full parse, and all rules on a mix of rides, compared with a byte-wise CRC and a copy of the bytes.
/// </summary>
[MemoryDiagnoser, MinColumn]
public class FitBenchmarks
{
    internal IReadOnlyList<byte[]> Rides { get; private set; } = [];
    private byte[] _copy = [];

    /// <summary>The size of the mix in bytes.</summary>
    public const int MixSize = 30_000_000;

    /// <summary>Creates the rides.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Rides = FitRides.Mix(MixSize);
        _copy = new byte[Rides.Max(ride => ride.Length)];
    }

    /// <summary>The benchmark.</summary>
    [Benchmark]
    public int Validate()
    {
        var points = 0;
        foreach (var ride in Rides)
        {
            points += Validate(ride);
        }

        return points;
    }

    internal static int Validate(byte[] ride)
    {
        var report = ActivityValidator.Validate(ActivityFile.FromBytes("ride.fit", ride));
        return report.IsValid ? report.PointCount : throw new InvalidOperationException(report.Findings[0].ToString());
    }

    /// <summary>The reference: only a checksum, computed byte by byte.</summary>
    [Benchmark(Baseline = true)]
    public int ByteWiseCrcAlone() => Rides.Sum(ride => ByteWiseCrc.Compute(ride));

    /// <summary>The other reference: the speed of memory.</summary>
    [Benchmark]
    public int PlainCopy()
    {
        foreach (var ride in Rides)
        {
            ride.CopyTo(_copy, 0);
        }

        return _copy[0];
    }
}
