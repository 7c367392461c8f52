using System.Diagnostics;
using Benchmarks.Rides;

namespace Benchmarks;

/// <summary>
/// `quick`: the best time of each file in many rounds, added up, in MB/s, within seconds. Other work on the machine rarely interrupts all
/// runs of a file, so the ratios are usable on a busy machine.
/// </summary>
internal static class Quick
{
    private const int Rounds = 25;

    /// <summary>Real files are small: even 3,000 rounds would end before the compiler has optimized everything.</summary>
    private const int SecondsOfReal = 15;

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
            Show("FIT", 0, fit.Rides, ("Validate", FitBenchmarks.Validate), ("byte-wise CRC", ride => ByteWiseCrc.Compute(ride)));
        }

        foreach (var format in ((string[])["gpx", "tcx"]).Where(format => formats is [] || formats.Contains(format)))
        {
            var xml = new XmlBenchmarks { Format = format };
            xml.Setup();
            Show(format.ToUpperInvariant(), 0, xml.Rides, ("Validate", xml.Validate), ("bare XmlReader", XmlBenchmarks.BareXmlReader));
        }
    }

    private static void RunReal(RealFiles files)
    {
        List<(string Name, Func<byte[], int> Run)> runs = [("Validate", files.Validate)];
        if (files.Format == "fit")
        {
            runs.Add(("byte-wise CRC", file => ByteWiseCrc.Compute(file)));
        }
        else
        {
            runs.Add(("bare XmlReader", RealFiles.BareXmlReader));
        }

        Show($"real {files.Format.ToUpperInvariant()}", SecondsOfReal, files.Files, [.. runs]);
        if (files.Format == "gpx")
        {
            // Apart: it uses so much memory that the others would find nothing in the caches.
            Show("real GPX", SecondsOfReal, files.Files, ("NetTopologySuite", RealFiles.NetTopologySuite));
        }
    }

    private static void Show(string title, int seconds, IReadOnlyList<byte[]> files, params (string Name, Func<byte[], int> Run)[] runs)
    {
        var best = Array.ConvertAll(runs, _ => Enumerable.Repeat(double.MaxValue, files.Count).ToArray());
        var begin = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds || Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds; round++)
        {
            for (var file = 0; file < files.Count; file++)
            {
                for (var i = 0; i < runs.Length; i++)
                {
                    var start = Stopwatch.GetTimestamp();
                    _ = runs[i].Run(files[file]);
                    best[i][file] = Math.Min(best[i][file], Stopwatch.GetElapsedTime(start).TotalSeconds);
                }
            }
        }

        var bytes = files.Sum(file => (double)file.Length);
        for (var i = 0; i < runs.Length; i++)
        {
            Console.WriteLine($"{title} {runs[i].Name,-20} {bytes / best[i].Sum() / 1e6,8:N0} MB/s {best[i].Sum() / best[0].Sum(),8:N2}");
        }
    }
}
