using System.Diagnostics;
using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Tests.Support;

/// <summary>Runs a client in another language, which prints each call and its result as a line of JSON.</summary>
internal static class ClientProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <param name="folder">Where it runs.</param>
    /// <param name="program">The program, such as node.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<IReadOnlyList<JsonObject>> RunAsync(string folder, string program, params string[] arguments)
    {
        var (exitCode, output) = await RunTextAsync(folder, program, arguments);
        Assert.True(exitCode == 0, output);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    /// <summary>The exit code, and all that the program writes.</summary>
    public static async Task<(int ExitCode, string Output)> RunTextAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_PROXY"] = "127.0.0.1", ["no_proxy"] = "127.0.0.1" },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, $"{await output}{await error}");
    }
}
