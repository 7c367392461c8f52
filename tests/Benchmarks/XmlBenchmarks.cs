using System.Xml;
using BenchmarkDotNet.Attributes;
using Benchmarks.Rides;
using StravaTools.Activities;

namespace Benchmarks;

/// <summary>
/// GPX and TCX: full parse and all rules on a mix of rides, compared with .NET's XmlReader that only reads the same bytes.
/// </summary>
[MemoryDiagnoser, MinColumn]
public class XmlBenchmarks
{
    private IReadOnlyList<byte[]> _rides = [];

    /// <summary>The size of the mix in bytes.</summary>
    public const int MixSize = 30_000_000;

    /// <summary>The format: gpx or tcx.</summary>
    [Params("gpx", "tcx")]
    public string Format { get; set; } = "gpx";

    /// <summary>Creates the rides.</summary>
    [GlobalSetup]
    public void Setup() => _rides = Format == "gpx" ? XmlRides.GpxMix(MixSize) : XmlRides.TcxMix(MixSize);

    /// <summary>The benchmark.</summary>
    [Benchmark]
    public int Validate()
    {
        var points = 0;
        foreach (var ride in _rides)
        {
            var report = ActivityValidator.Validate(ActivityFile.FromBytes("ride." + Format, ride));
            points += report.IsValid ? report.PointCount : throw new InvalidOperationException(report.Findings[0].ToString());
        }

        return points;
    }

    /// <summary>The reference.</summary>
    [Benchmark(Baseline = true)]
    public int BareXmlReader()
    {
        var nodes = 0;
        foreach (var ride in _rides)
        {
            using var xml = XmlReader.Create(new MemoryStream(ride), new XmlReaderSettings { IgnoreWhitespace = true });
            while (xml.Read())
            {
                nodes++;
            }
        }

        return nodes;
    }
}
