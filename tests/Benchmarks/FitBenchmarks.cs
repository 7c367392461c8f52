using BenchmarkDotNet.Attributes;
using StravaTools.Activities;
using StravaTools.Benchmarks.Rides;

namespace StravaTools.Benchmarks;

/// <summary>FIT: integrity check, full parse and all rules over a mix of ordinary rides, beside a byte-wise CRC and a plain copy of the same bytes.</summary>
[MemoryDiagnoser, MinColumn]
public class FitBenchmarks
{
    private IReadOnlyList<byte[]> _rides = [];
    private byte[] _copy = [];

    /// <summary>Bytes in the mix.</summary>
    public const int MixSize = 30_000_000;

    /// <summary>Makes the rides.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _rides = FitRides.Mix(MixSize);
        _copy = new byte[_rides.Max(ride => ride.Length)];
    }

    /// <summary>What is measured.</summary>
    [Benchmark]
    public int Validate()
    {
        var points = 0;
        foreach (var ride in _rides)
        {
            var report = ActivityValidator.Validate(ActivityFile.FromBytes("ride.fit", ride));
            points += report.IsValid ? report.PointCount : throw new InvalidOperationException(report.Findings[0].ToString());
        }

        return points;
    }

    /// <summary>The reference: a checksum a byte at a time, and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public int ByteWiseCrcAlone() => _rides.Sum(ride => ByteWiseCrc.Compute(ride));

    /// <summary>The other reference: what memory gives.</summary>
    [Benchmark]
    public int PlainCopy()
    {
        foreach (var ride in _rides)
        {
            ride.CopyTo(_copy, 0);
        }

        return _copy[0];
    }
}
