using System.Diagnostics;

namespace StravaTools.Packages.Tests;

/// <summary>A program that ran to its end.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output, followed by standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    /// <summary>The errors and warnings of a build, each once, without the project at the end of the line.</summary>
    public IReadOnlyList<string> Diagnostics => [.. Output.Split('\n')
        .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))
        .Select(line => line.Split(" [")[0].Trim())
        .Distinct()];

    /// <summary>Runs a program until it exits.</summary>
    public static async Task<ProgramRun> StartAsync(
        string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new ProgramRun(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
