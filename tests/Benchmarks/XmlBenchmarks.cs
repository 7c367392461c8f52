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
    internal IReadOnlyList<byte[]> Rides { get; private set; } = [];

    /// <summary>The size of the mix in bytes.</summary>
    public const int MixSize = 30_000_000;

    /// <summary>The format: gpx or tcx.</summary>
    [Params("gpx", "tcx")]
    public string Format { get; set; } = "gpx";

    /// <summary>Creates the rides.</summary>
    [GlobalSetup]
    public void Setup() => Rides = Format == "gpx" ? XmlRides.GpxMix(MixSize) : XmlRides.TcxMix(MixSize);

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

    /// <summary>The reference.</summary>
    [Benchmark(Baseline = true)]
    public int BareXmlReader() => Rides.Sum(BareXmlReader);

    internal int Validate(byte[] ride)
    {
        var report = ActivityValidator.Validate(ActivityFile.FromBytes("ride." + Format, ride));
        return report.IsValid ? report.PointCount : throw new InvalidOperationException(report.Findings[0].ToString());
    }

    internal static int BareXmlReader(byte[] ride)
    {
        using var xml = XmlReader.Create(new MemoryStream(ride), new XmlReaderSettings { IgnoreWhitespace = true });
        var nodes = 0;
        while (xml.Read())
        {
            nodes++;
        }

        return nodes;
    }
}
