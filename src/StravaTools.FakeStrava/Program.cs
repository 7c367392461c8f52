using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using StravaTools.FakeStrava.Hosting;

namespace StravaTools.FakeStrava;

/// <summary>The fake as a separate process: for clients in any language, and as a child of PowerShell or MSBuild.</summary>
internal static class Program
{
    private const int CouldNotStart = 2;

    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            var line = CommandLine.ParseArguments(arguments);
            if (line.ShowsHelp)
            {
                Console.WriteLine(CommandLine.Help);
                return 0;
            }

            await RunAsync(line);
            return 0;
        }
        catch (FormatException exception)
        {
            return ReportFailure($"{exception.Message} See --help.");
        }
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException)
        {
            // Kestrel's message about a port that is in use or not allowed, in one line.
            return ReportFailure(exception.Message.ReplaceLineEndings(" "));
        }
    }

    private static async Task RunAsync(CommandLine line)
    {
        // Before the start, so that a parent that has exited and a signal during the start are noticed.
        using var parent = line.ExitsWithProcess is { } pid ? FindProcess(pid) : null;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        await using var server = await FakeStravaServer.StartAsync(line.Options);
        using var memory = new IdleMemory(server.Clock.Real);
        var url = server.BaseUri.AbsoluteUri.TrimEnd('/');
        var decathlon = server.Decathlon;
        var started = new StartedLine(
            url,
            server.AccessToken,
            Environment.ProcessId,
            decathlon.ApiKey,
            decathlon.AccessToken,
            server.HttpsUri?.AbsoluteUri.TrimEnd('/'));
        if (line.CertificateFile is { } file)
        {
            await File.WriteAllTextAsync(file, server.Certificate);
        }

        Console.WriteLine(JsonSerializer.Serialize(started, StartedJson.Default.StartedLine));
        await Task.WhenAny(
            ended.Task,
            line.ExitsWithStdin ? EndOfInputAsync() : ended.Task,
            parent?.WaitForExitAsync() ?? ended.Task);

        // A terminal sends Ctrl+C to all its processes. It is meant for the command that runs in the session, not for the session's fake.
        void Interrupt(PosixSignalContext context)
        {
            context.Cancel = true;
            if (parent is null)
            {
                ended.TrySetResult();
            }
        }

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ended.TrySetResult();
        }
    }

    private static Process FindProcess(int pid)
    {
        try
        {
            return Process.GetProcessById(pid);
        }
        catch (ArgumentException exception)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"--exit-with-process {pid}: there is no such process.");
            throw new FormatException(message, exception);
        }
    }

    /// <summary>
    /// The operating system closes the pipe when the parent exits for any reason. On a separate thread, because reading can block for days.
    /// </summary>
    private static Task EndOfInputAsync() => Task.Factory.StartNew(
        () =>
        {
            using var input = Console.OpenStandardInput();
            var buffer = new byte[256];
            while (input.Read(buffer) > 0)
            {
                // The input is ignored; only its end matters.
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static int ReportFailure(string message)
    {
        Console.Error.WriteLine($"fake-strava: {message}");
        return CouldNotStart;
    }
}
