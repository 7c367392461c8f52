using System.Diagnostics;
using Benchmarks.Rides;
using StravaTools.Activities;

namespace Benchmarks;

/// <summary>
/// `folder`: checks a folder of rides on one core and on all cores, compared with reading the bytes; and 10,000 small files.
/// </summary>
internal static class Folder
{
    private const int Rounds = 40;

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
        var (spinOne, spinAll) = ((Wall: double.MaxValue, Cpu: double.MaxValue), (Wall: double.MaxValue, Cpu: double.MaxValue));
        var (read, one, all) = ((Wall: double.MaxValue, Cpu: double.MaxValue), (Wall: double.MaxValue, Cpu: double.MaxValue),
            (Wall: double.MaxValue, Cpu: double.MaxValue));
        for (var round = 0; round < Rounds; round++)
        {
            spinOne = Least(spinOne, await TimeAsync(() => SpinAsync(1)));
            spinAll = Least(spinAll, await TimeAsync(() => SpinAsync(Environment.ProcessorCount)));
            read = Least(read, await TimeAsync(() => ReadAsync(paths)));
            one = Least(one, await TimeAsync(() => CheckAsync(paths, threads: 1)));
            all = Least(all, await TimeAsync(() => CheckAsync(paths, Environment.ProcessorCount)));
        }

        Console.WriteLine($"{name}: {paths.Length:N0} files, {paths.Sum(path => new FileInfo(path).Length) / 1e6:N0} MB. " +
            $"Reading the bytes {read.Wall:N3} s; checking on one core {one.Wall:N3} s ({one.Wall / read.Wall:N1} times reading), on "
                + $"{Environment.ProcessorCount} {all.Wall:N3} s " +
            $"({all.Wall / read.Wall:N1} times reading, {one.Wall / all.Wall:N2} times as fast as one). Processor time {one.Cpu:N3} s on "
                + $"one core, {all.Cpu:N3} s on all. " +
            $"What the machine had to give meanwhile: work without memory is {Environment.ProcessorCount * spinOne.Wall / spinAll.Wall:N2} "
                + "times as fast on all cores.");
    }

    private static (double Wall, double Cpu) Least((double Wall, double Cpu) one, (double Wall, double Cpu) other) =>
        (Math.Min(one.Wall, other.Wall), Math.Min(one.Cpu, other.Cpu));

    private static async Task<(double Wall, double Cpu)> TimeAsync(Func<Task> run)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await run();
        return (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    /// <summary>The same work per thread. It shows the capacity that other processes leave.</summary>
    private static Task SpinAsync(int threads) => Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
        () =>
        {
            var value = 1u;
            for (var i = 0; i < 100_000_000; i++)
            {
                value = (value * 1_664_525) + 1_013_904_223;
            }

            GC.KeepAlive(value);
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

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
        var options = new BatchValidationOptions { Threads = threads };
        await foreach (var file in ActivityValidator.ValidateManyAsync(paths, options, CancellationToken.None))
        {
            if (file.Report is not { IsValid: true })
            {
                throw new InvalidOperationException(file.Path);
            }
        }
    }
}
