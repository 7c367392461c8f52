using System.Diagnostics;
using System.Text.Json;

namespace StravaTools.PowerShell.Tests.Pester;

/// <summary>One run of all Pester tests in separate PowerShell processes, because the module needs a real and fresh PowerShell.</summary>
public sealed class PesterRun : IAsyncLifetime
{
    /// <summary>The tests wait for servers most of the time. More processes would only wait for the longest file.</summary>
    private const int Processes = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The files that wait longest, for processed uploads and for programs that they start.</summary>
    private static readonly string[] Slowest =
        ["HelpExamples", "Send-StravaUpload", "Guides", "Sync-StravaFolder", "Module", "Start-StravaDemo"];

    /// <summary>The test files, slowest and then largest first, so that no long file starts last.</summary>
    public static IReadOnlyList<FileInfo> TestFiles { get; } =
        [.. new DirectoryInfo(Repository.PathOf("tests", "Module")).GetFiles("*.Tests.ps1")
            .OrderByDescending(file => Slowest.Reverse().ToList().IndexOf(file.Name.Split('.')[0]))
            .ThenByDescending(file => file.Length).ThenBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>The error of the run itself.</summary>
    public string? Failure { get; private set; }

    public IReadOnlyList<PesterFile> Files { get; private set; } = [];

    /// <summary>The files that the tests did not delete.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    public async ValueTask InitializeAsync() => await RunAsync(TestFiles, Processes);

    /// <summary>Runs test files. Each process takes the next file that no other one has taken.</summary>
    public async Task RunAsync(IReadOnlyList<FileInfo> files, int processes)
    {
        using var folders = new RunFolders();
        try
        {
            await Task.WhenAll(Enumerable.Range(0, processes).Select(_ => RunAsync(folders, files)));
            Files = [.. Directory.GetFiles(folders.Results).Select(Read)];
            Left = folders.Left();
        }
        catch (Exception e)
        {
            // Kept, because a fixture that throws hides its message in one failure per test.
            Failure = $"The Pester tests could not be run. {e.Message}";
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task RunAsync(RunFolders folders, IReadOnlyList<FileInfo> files)
    {
        var script = Repository.PathOf("tests", "Module", "Invoke-ModuleTests.ps1");
        string[] arguments =
            ["-PesterPath", TestPowerShell.Pester, "-ResultFolder", folders.Results, .. files.Select(file => file.FullName)];
        using var process = Process.Start(TestPowerShell.Script(script, folders, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Longest, TimeProvider.System);
        }
        catch (TimeoutException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"They were not done after {Longest.TotalMinutes} minutes. {await errors}", e);
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"PowerShell ended with exit code {process.ExitCode}. {await errors} {await output}");
        }
    }

    private static PesterFile Read(string results) => JsonSerializer.Deserialize<PesterFile>(File.ReadAllText(results), Json)!;
}
