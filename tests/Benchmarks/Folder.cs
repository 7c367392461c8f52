using System.Diagnostics;
using StravaTools.Activities.Validation;
using StravaTools.Benchmarks.Rides;

namespace StravaTools.Benchmarks;

/// <summary>`folder`: a folder of rides on one core and on all, beside reading its bytes; and the same with 10,000 small files.</summary>
internal static class Folder
{
    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("stravatools-");
        try
        {
            var rides = Path.Combine(folder.FullName, "rides");
            Directory.CreateDirectory(rides);
            Write(rides, "fit", [.. FitRides.Mix(60_000_000)]);
            Write(rides, "gpx", [.. XmlRides.GpxMix(60_000_000)]);
            Write(rides, "tcx", [.. XmlRides.TcxMix(60_000_000)]);
            await MeasureAsync("rides", Directory.GetFiles(rides));

            var small = Path.Combine(folder.FullName, "small");
            Directory.CreateDirectory(small);
            Write(small, "fit", [.. Enumerable.Range(0, 10_000).Select(seed => FitRides.Garmin(60 + (seed % 60), seed))]);
            await MeasureAsync("10,000 small files", Directory.GetFiles(small));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string folder, string extension, byte[][] files)
    {
        for (var i = 0; i < files.Length; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{i}.{extension}"), files[i]);
        }
    }

    private static async Task MeasureAsync(string name, string[] paths)
    {
        var (read, one, all) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            read = Math.Min(read, await TimeAsync(() => ReadAsync(paths)));
            one = Math.Min(one, await TimeAsync(() => CheckAsync(paths, threads: 1)));
            all = Math.Min(all, await TimeAsync(() => CheckAsync(paths, Environment.ProcessorCount)));
        }

        Console.WriteLine($"{name}: {paths.Length:N0} files, {paths.Sum(path => new FileInfo(path).Length) / 1e6:N0} MB. " +
            $"Reading the bytes {read:N2} s; checking on one core {one:N2} s ({one / read:N1} times reading), on {Environment.ProcessorCount} {all:N2} s " +
            $"({all / read:N1} times reading, {one / all:N2} times as fast as one)");
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalSeconds;
    }

    private static Task ReadAsync(string[] paths)
    {
        foreach (var path in paths)
        {
            _ = File.ReadAllBytes(path);
        }

        return Task.CompletedTask;
    }

    private static async Task CheckAsync(string[] paths, int threads)
    {
        await foreach (var file in ParallelChecks.RunAsync(paths, ValidationOptions.Default, withHash: false, threads, CancellationToken.None))
        {
            if (file.Report is not { IsValid: true })
            {
                throw new InvalidOperationException(file.Path);
            }
        }
    }
}
