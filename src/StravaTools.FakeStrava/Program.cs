using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace StravaTools.FakeStrava;

/// <summary>The fake as a process of its own: for clients in any language, and as a child of PowerShell or MSBuild.</summary>
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
            // Whatever Kestrel says of a port that is taken or not allowed, in one line.
            return ReportFailure(exception.Message.ReplaceLineEndings(" "));
        }
    }

    private static async Task RunAsync(CommandLine line)
    {
        // Before the start: a parent that is gone already, or a signal that comes while starting, must count.
        using var parent = line.ExitsWithProcess is { } pid ? FindProcess(pid) : null;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        await using var server = await FakeStravaServer.StartAsync(line.Options);
        var started = new StartedLine(
            server.BaseUri.AbsoluteUri.TrimEnd('/'), server.AccessToken, Environment.ProcessId, server.Decathlon.ApiKey, server.Decathlon.AccessToken);
        Console.WriteLine(JsonSerializer.Serialize(started, StartedJson.Default.StartedLine));
        await Task.WhenAny(
            ended.Task,
            line.ExitsWithStdin ? EndOfInputAsync() : ended.Task,
            parent?.WaitForExitAsync() ?? ended.Task);

        // A terminal sends Ctrl+C to all its processes: it is meant for what runs in the session that started this one, not for its fake.
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
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"--exit-with-process {pid}: there is no such process."), exception);
        }
    }

    /// <summary>
    /// The operating system closes the pipe when the parent ends, however it ends. On a thread of its own: reading may block for days.
    /// </summary>
    private static Task EndOfInputAsync() => Task.Factory.StartNew(
        () =>
        {
            using var input = Console.OpenStandardInput();
            var buffer = new byte[256];
            while (input.Read(buffer) > 0)
            {
                // What is written to it means nothing.
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
