using System.Diagnostics;

namespace Benchmarks;

/// <summary>
/// `quick`: the best of many runs of each benchmark in MB/s, within seconds. Published figures come from BenchmarkDotNet.
/// </summary>
internal static class Quick
{
    private const int Rounds = 25;

    public static void Run(string[] formats)
    {
        if (formats is ["corpus", ..])
        {
            foreach (var format in formats.Length > 1 ? formats[1..] : ["fit", "gpx", "tcx"])
            {
                RunReal(new RealFiles(format));
            }

            return;
        }

        if (formats is [] || formats.Contains("fit"))
        {
            var fit = new FitBenchmarks();
            fit.Setup();
            Show("FIT", FitBenchmarks.MixSize, ("Validate", fit.Validate), ("byte-wise CRC", fit.ByteWiseCrcAlone),
                ("copy", fit.PlainCopy));
        }

        foreach (var format in ((string[])["gpx", "tcx"]).Where(format => formats is [] || formats.Contains(format)))
        {
            var xml = new XmlBenchmarks { Format = format };
            xml.Setup();
            Show(format.ToUpperInvariant(), XmlBenchmarks.MixSize, ("Validate", xml.Validate), ("bare XmlReader", xml.BareXmlReader));
        }
    }

    private static void RunReal(RealFiles files)
    {
        List<(string Name, Func<int> Run)> runs = [("Validate", files.Validate)];
        if (files.Format == "fit")
        {
            runs.Add(("byte-wise CRC", files.ByteWiseCrcAlone));
        }
        else
        {
            runs.Add(("bare XmlReader", files.BareXmlReader));
        }

        if (files.Format == "gpx")
        {
            runs.Add(("NetTopologySuite", files.NetTopologySuite));
        }

        Show($"real {files.Format.ToUpperInvariant()}", files.Size, [.. runs]);
    }

    private static void Show(string title, double bytes, params (string Name, Func<int> Run)[] runs)
    {
        var best = Enumerable.Repeat(double.MaxValue, runs.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < runs.Length; i++)
            {
                var watch = Stopwatch.StartNew();
                _ = runs[i].Run();
                best[i] = Math.Min(best[i], watch.Elapsed.TotalSeconds);
            }
        }

        for (var i = 0; i < runs.Length; i++)
        {
            Console.WriteLine($"{title} {runs[i].Name,-20} {bytes / best[i] / 1e6,8:N0} MB/s");
        }
    }
}
