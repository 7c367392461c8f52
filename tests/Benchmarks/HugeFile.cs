using System.Diagnostics;
using System.Text;
using Benchmarks.Rides;
using StravaTools.Activities;

namespace Benchmarks;

/// <summary>`huge`: checks a GPX file of 1 GB in a separate process and reports its peak memory.</summary>
internal static class HugeFile
{
    private const long Size = 1_000_000_000;

    public static async Task RunAsync(string[] args)
    {
        if (args is ["check", var file])
        {
            await CheckAsync(file);
            return;
        }

        var path = Path.Combine(Path.GetTempPath(), "stravatools-huge.gpx");
        try
        {
            await WriteAsync(path);
            using var child = Process.Start(Environment.ProcessPath!, [.. Host(), "huge", "check", path]);
            await child.WaitForExitAsync();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<string> Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(HugeFile).Assembly.Location] : [];

    private static async Task CheckAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        var file = await ActivityFile.ReadAsync(path);
        var report = ActivityValidator.Validate(file);
        var seconds = watch.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"{file.Size / 1e6:N0} MB, {report.PointCount:N0} points, {file.Size / seconds / 1e6:N0} MB/s, " +
            $"peak of the process {self.PeakWorkingSet64 / 1e6:N0} MB, allocated "
                + $"{GC.GetTotalAllocatedBytes() / (double)report.PointCount:N0} bytes a point");
        foreach (var finding in report.Findings)
        {
            Console.WriteLine($"  {finding.Severity} {finding.RuleId} x{finding.Count}");
        }
    }

    /// <summary>A ride of several weeks in the style of Garmin Connect.</summary>
    private static async Task WriteAsync(string path)
    {
        await using var text = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        var written = 0L;
        foreach (var part in XmlRides.GarminGpx(int.MaxValue, 1))
        {
            await text.WriteAsync(part);
            written += part.Length;
            if (written > Size)
            {
                break;
            }
        }

        await text.WriteAsync("    </trkseg>\n  </trk>\n</gpx>\n");
    }
}
