using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Clients;

/// <summary>Programs in tests/Clients, which call clients that others wrote and print what these return as lines of JSON.</summary>
internal static class ForeignClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>The folder of a program.</summary>
    public static string FolderOf(string client) => Path.Combine(
        typeof(ForeignClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "Clients").Value!,
        client);

    /// <summary>Runs a program with the path of a run, <see cref="Recordings.Tcx"/>, as its last argument.</summary>
    public static async Task<IReadOnlyList<JsonElement>> RunWithFileAsync(string client, string program, params string[] arguments)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("stravatools-client-").FullName, "run.tcx");
        await File.WriteAllBytesAsync(file, Recordings.Tcx());
        try
        {
            return await RunAsync(client, program, [.. arguments, file]);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    /// <summary>Runs a program.</summary>
    public static async Task<IReadOnlyList<JsonElement>> RunAsync(string client, string program, params string[] arguments)
    {
        var (exitCode, output, error) = await StartAsync(client, program, arguments);
        Assert.True(exitCode == 0, $"{client} failed with {exitCode}: {error}");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    /// <summary>True if a command of a program that is on the PATH succeeds.</summary>
    public static async Task<bool> SucceedsAsync(string client, string program, params string[] arguments) =>
        RequiredTool.IsOnPath(program) && (await StartAsync(client, program, arguments)).ExitCode == 0;

    private static async Task<(int ExitCode, string Output, string Error)> StartAsync(string client, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = FolderOf(client),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_PROXY"] = "127.0.0.1" },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output, await error);
    }
}
