using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using Benchmarks.Rides;

namespace Benchmarks;

/// <summary>
/// `startup`: the time that the staged module needs in new PowerShell processes. Processes of all kinds take turns, so that other work on
/// the machine slows all of them. Each figure is the median, with the minimum in parentheses.
/// </summary>
/// <param name="powerShell">The program of PowerShell, which <c>dotnet</c> runs.</param>
/// <param name="folder">A folder for the files and modules of the run.</param>
internal sealed class Startup(string powerShell, string folder)
{
    private const int ImportRounds = 20;
    private const int FolderRounds = 5;

    /// <summary>Measures modules.</summary>
    /// <param name="paths">
    /// The manifests of staged modules (.psd1), by default that of this repository; and a pwsh.dll, by default that of the dotnet tool.
    /// </param>
    public static async Task RunAsync(string[] paths)
    {
        var folder = Directory.CreateTempSubdirectory("stravatools-");
        try
        {
            var programs = paths.Where(path => Path.GetExtension(path) == ".dll");
            var manifests = paths.Where(path => Path.GetExtension(path) == ".psd1").DefaultIfEmpty(Read("StagedModule"));
            var startup = new Startup(programs.FirstOrDefault(Read("PowerShell")), folder.FullName);
            string[] modules = [.. manifests.Select(Path.GetFullPath)];
            await startup.MeasureImportAsync(modules);
            await startup.MeasureFolderAsync(modules);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task MeasureImportAsync(string[] modules)
    {
        string[] empty = [WriteEmptyManifest(), WriteEmptyAssembly()];
        var bare = new List<double>();
        var processes = empty.Concat(modules).ToDictionary(module => module, _ => new List<double>());
        var answers = modules.ToDictionary(module => module, _ => (Import: new List<double>(), First: new List<double>()));
        for (var round = 0; round <= ImportRounds; round++)
        {
            bare.Add((await RunAsync("exit")).Milliseconds);
            foreach (var (module, times) in processes)
            {
                times.Add((await RunAsync($"Import-Module '{module}'; exit")).Milliseconds);
            }

            foreach (var (module, times) in answers)
            {
                var sample = Path.Combine(Path.GetDirectoryName(module)!, "module", "samples", "morning-ride.fit");
                var figures = await ReadFiguresAsync($"""
                    $watch = [Diagnostics.Stopwatch]::StartNew()
                    Import-Module '{module}'
                    $import = $watch.Elapsed.TotalMilliseconds
                    $watch.Restart()
                    $null = Test-ActivityFile '{sample}'
                    "$import $($watch.Elapsed.TotalMilliseconds)"
                    """);
                times.Import.Add(figures[0]);
                times.First.Add(figures[1]);
            }
        }

        Console.WriteLine($"Processes, {ImportRounds} of each: a bare one {Show(bare)} ms.");
        foreach (var (module, times) in processes)
        {
            // The two processes of a round are compared, because the load of the machine changes between rounds.
            var median = Sort(times.Zip(bare, (with, without) => with - without))[ImportRounds / 2];
            Console.WriteLine($"  {module}: {median:N0} ({Sort(times)[0] - Sort(bare)[0]:N0}) ms longer.");
        }

        foreach (var (module, (import, first)) in answers)
        {
            Console.WriteLine($"  {module}: Import-Module {Show(import)} ms, then the first Test-ActivityFile {Show(first)} ms.");
        }
    }

    private async Task MeasureFolderAsync(string[] modules)
    {
        var rides = WriteRides();
        var files = Directory.GetFiles(rides);
        var calls = modules.ToDictionary(module => module, _ => (First: new List<double>(), Third: new List<double>()));
        for (var round = 0; round <= FolderRounds; round++)
        {
            foreach (var (module, times) in calls)
            {
                var figures = await ReadFiguresAsync($$"""
                    Import-Module '{{module}}'
                    foreach ($call in 1..3) {
                        $watch = [Diagnostics.Stopwatch]::StartNew()
                        $valid = @(Test-ActivityFile '{{rides}}/*' | Where-Object IsValid).Count
                        if ($valid -ne {{files.Length}}) { throw "Only $valid files are valid." }
                        "$($watch.Elapsed.TotalMilliseconds)"
                    }
                    """);
                times.First.Add(figures[0]);
                times.Third.Add(figures[2]);
            }
        }

        Console.WriteLine($"{files.Length} rides, {files.Sum(path => new FileInfo(path).Length) / 1e6:N0} MB, {FolderRounds} processes:");
        foreach (var (module, (first, third)) in calls)
        {
            var ratio = Sort(first.Zip(third, (one, three) => one / three))[FolderRounds / 2];
            Console.WriteLine($"  {module}: first call {Show(first)} ms, third call {Show(third)} ms, ratio {ratio:N2}.");
        }
    }

    private string WriteRides()
    {
        var rides = Directory.CreateDirectory(Path.Combine(folder, "rides")).FullName;
        for (var seed = 0; seed < 200; seed++)
        {
            var seconds = 400 + (seed * 271 % 1100);
            var isGarmin = seed % 2 == 0;
            var fit = isGarmin ? FitRides.Garmin(4 * seconds, seed) : FitRides.Wahoo(4 * seconds, seed);
            var gpx = isGarmin ? XmlRides.GarminGpx(seconds, seed) : XmlRides.StravaGpx(seconds, seed);
            File.WriteAllBytes(Path.Combine(rides, $"{seed}.fit"), fit);
            File.WriteAllText(Path.Combine(rides, $"{seed}.gpx"), string.Concat(gpx));
            File.WriteAllText(Path.Combine(rides, $"{seed}.tcx"), string.Concat(XmlRides.Tcx(seconds, seed)));
        }

        return rides;
    }

    private string WriteEmptyManifest()
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "EmptyManifest")).FullName, "EmptyManifest.psd1");
        File.WriteAllText(path, "@{ ModuleVersion = '1.0' }");
        return path;
    }

    private string WriteEmptyAssembly()
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "EmptyAssembly")).FullName, "EmptyAssembly.psd1");
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("EmptyAssembly"), typeof(object).Assembly);
        assembly.DefineDynamicModule("EmptyAssembly");
        assembly.Save(Path.ChangeExtension(path, ".dll"));
        File.WriteAllText(path, "@{ ModuleVersion = '1.0'; NestedModules = 'EmptyAssembly.dll' }");
        return path;
    }

    private async Task<double[]> ReadFiguresAsync(string script)
    {
        var output = (await RunAsync(script)).Output;
        var figures = output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. figures.Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
    }

    private async Task<(double Milliseconds, string Output)> RunAsync(string script)
    {
        var start = new ProcessStartInfo("dotnet", [powerShell, "-NoProfile", "-NonInteractive", "-Command", script])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var elapsed = watch.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0 ? (elapsed, output) : throw new InvalidOperationException($"PowerShell failed: {script}");
    }

    private static string Show(IEnumerable<double> times)
    {
        var sorted = Sort(times);
        return $"{sorted[sorted.Length / 2]:N0} ({sorted[0]:N0})";
    }

    /// <summary>Sorts times without those of the first round, which only warms the caches of the disk.</summary>
    private static double[] Sort(IEnumerable<double> times) => [.. times.Skip(1).Order()];

    private static string Read(string key) =>
        typeof(Startup).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
