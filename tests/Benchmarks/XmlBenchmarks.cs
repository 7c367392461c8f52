using System.Xml;
using BenchmarkDotNet.Attributes;
using StravaTools.Activities;
using StravaTools.Benchmarks.Rides;

namespace StravaTools.Benchmarks;

/// <summary>GPX and TCX: full parse and all rules over a mix of ordinary rides, beside .NET's XmlReader that walks over the same bytes and looks at nothing.</summary>
[MemoryDiagnoser, MinColumn]
public class XmlBenchmarks
{
    private IReadOnlyList<byte[]> _rides = [];

    /// <summary>Bytes in the mix.</summary>
    public const int MixSize = 30_000_000;

    /// <summary>The format: gpx or tcx.</summary>
    [Params("gpx", "tcx")]
    public string Format { get; set; } = "gpx";

    /// <summary>Makes the rides.</summary>
    [GlobalSetup]
    public void Setup() => _rides = Format == "gpx" ? XmlRides.GpxMix(MixSize) : XmlRides.TcxMix(MixSize);

    /// <summary>What is measured.</summary>
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
