using System.Diagnostics;
using System.Runtime.InteropServices;
using StravaTools.Client;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.Sync.Errors;

namespace StravaTools.Sync.Tests.Storm;

/// <summary>
/// A process that synchronizes a folder and can be killed at any moment. It is this assembly, started again. Its exit code is that of the
/// run.
/// </summary>
internal static class SyncChild
{
    private const string ServerVariable = "STRAVATOOLS_TESTS_SYNC_AT";
    private const string TokenVariable = "STRAVATOOLS_TESTS_SYNC_TOKEN";
    private const string FolderVariable = "STRAVATOOLS_TESTS_SYNC_FOLDER";
    private const string StateVariable = "STRAVATOOLS_TESTS_SYNC_STATE";
    private const string ClockVariable = "STRAVATOOLS_TESTS_SYNC_CLOCK";

    /// <summary>Starts the process. It writes a line when the run begins.</summary>
    /// <param name="storm">The folder, the server, and the clock.</param>
    /// <param name="maxFileSize">
    /// The size in units of 512 bytes that files cannot exceed, as if the disk were full; null without a limit. Not for Windows.
    /// </param>
    public static Process Start(SyncStorm storm, int? maxFileSize = null)
    {
        var dotnet = Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var program = typeof(SyncChild).Assembly.Location;
        var start = new ProcessStartInfo(dotnet, [program]) { UseShellExecute = false };
        if (maxFileSize is { } blocks)
        {
            var command = FormattableString.Invariant($"trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$1\"");
            string[] arguments = ["-c", command, dotnet, program];
            start = new ProcessStartInfo("/bin/sh", arguments) { UseShellExecute = false };

            // Otherwise, the compiled code of .NET is in a file, to which the limit also applies.
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        }

        start.RedirectStandardOutput = true;
        start.Environment[ServerVariable] = storm.Fake.BaseUri.AbsoluteUri;
        start.Environment[TokenVariable] = storm.Fake.AccessToken;
        start.Environment[FolderVariable] = storm.Folder;
        start.Environment[StateVariable] = storm.State;
        start.Environment[ClockVariable] = storm.Clock.ToString();
        return Process.Start(start)!;
    }

    /// <summary>True if this process is such a child, and not the test runner.</summary>
    public static bool IsCurrentProcess => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 };

    /// <summary>Does the work of the child.</summary>
    public static async Task<SyncExitCode> RunAsync()
    {
        var server = new Uri(Read(ServerVariable));
        var clock = FastTimeProvider.Parse(Read(ClockVariable));
        using var http = ApiHttp.CreateClient();
        var client = new StravaClient(http, new StaticAccessToken(Read(TokenVariable)),
            new StravaClientOptions { BaseUri = server, TimeProvider = clock });
        var options = new SyncOptions
        {
            Paths = [Read(FolderVariable)],
            StateFolder = Read(StateVariable),
            RequestReserve = 0,
            WaitForLock = TimeSpan.FromDays(1),
        };
        await Console.Out.WriteLineAsync("started");
        try
        {
            var summary = await new FolderSync(client, options, clock).RunAsync(_ => { });
            await Console.Out.WriteLineAsync(summary.ToString());
            return summary.ExitCode;
        }
        catch (ApiException e)
        {
            await Console.Out.WriteLineAsync(e.Message);
            return SyncExitCodes.ForError(e);
        }
    }

    private static string Read(string variable) => Environment.GetEnvironmentVariable(variable)!;
}
