using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.PowerShell.Tests.Pester;

/// <summary>One run of all Pester tests, in a pwsh of its own: the module needs a real PowerShell, and gets a fresh one.</summary>
public sealed class PesterRun : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Why nothing was run; null if it was.</summary>
    public string? Skipped { get; private set; }

    /// <summary>What went wrong with the run itself.</summary>
    public string? Failure { get; private set; }

    public IReadOnlyList<PesterFile> Files { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var results = Path.Combine(Path.GetTempPath(), $"stravatools-pester-{Guid.NewGuid():N}.json");
        try
        {
            using var process = Process.Start(StartInfo(results))!;
            await ReadAsync(process, results);
        }
        catch (Win32Exception)
        {
            Skipped = "There is no pwsh on the PATH: install PowerShell 7.6 or later.";
        }
        finally
        {
            File.Delete(results);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static ProcessStartInfo StartInfo(string results)
    {
        var start = new ProcessStartInfo("pwsh")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments = ["-NoProfile", "-NonInteractive", "-File", Repository.PathOf("tests", "Module", "Invoke-ModuleTests.ps1"), "-ResultPath", results];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.WorkingDirectory = Path.GetTempPath();
        return start;
    }

    private async Task ReadAsync(Process process, string results)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Longest, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            Failure = $"The Pester tests were not done after {Longest.TotalMinutes} minutes. {await errors}";
            return;
        }

        if (!File.Exists(results))
        {
            Failure = $"The Pester tests gave no results (exit code {process.ExitCode}). {await errors} {await output}";
            return;
        }

        var run = JsonSerializer.Deserialize<PesterResults>(await File.ReadAllTextAsync(results), Json)!;
        (Skipped, Files) = (run.Skipped, run.Files);
    }
}

/// <summary>What Invoke-ModuleTests.ps1 writes.</summary>
public sealed record PesterResults(string? Skipped, IReadOnlyList<PesterFile> Files);

/// <summary>A file of tests.</summary>
public sealed record PesterFile(
    [property: JsonPropertyName("file")] string Name, IReadOnlyList<string> Errors, IReadOnlyList<PesterTest> Tests);

/// <summary>A test: Passed, Failed, Skipped, Inconclusive or NotRun.</summary>
public sealed record PesterTest(string Name, string Result, string? Message);
