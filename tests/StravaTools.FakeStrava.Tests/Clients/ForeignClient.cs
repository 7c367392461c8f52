using System.Text.Json;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Clients;

/// <summary>Programs in tests/Clients, which call clients that others wrote and print what these return as lines of JSON.</summary>
internal static class ForeignClient
{
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
        var lines = await ClientProgram.RunAsync(ClientFolder.Find(client), program, arguments);
        return [.. lines.Select(line => JsonSerializer.SerializeToElement(line))];
    }

    /// <summary>True if a command of a program that is on the PATH succeeds.</summary>
    public static async Task<bool> SucceedsAsync(string client, string program, params string[] arguments) =>
        RequiredTool.IsOnPath(program) && (await ClientProgram.RunTextAsync(ClientFolder.Find(client), program, arguments)).ExitCode == 0;
}
