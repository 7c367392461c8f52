using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Testing;

/// <summary>A fake Strava in a separate process, for hosts without ASP.NET Core: PowerShell and MSBuild.</summary>
public sealed class FakeStravaProcess : IDisposable
{
    private static readonly TimeSpan KillTimeout = TimeSpan.FromSeconds(5);
    private readonly Process _process;

    private FakeStravaProcess(Process process, JsonElement line)
    {
        string Text(string name) => line.GetProperty(name).GetString()!;
        _process = process;
        ProcessId = process.Id;
        Url = new Uri(Text("url"));
        AccessToken = Text("accessToken");
        DecathlonApiKey = Text("decathlonApiKey");
        DecathlonAccessToken = Text("decathlonAccessToken");
    }

    /// <summary>The root of the fake's server.</summary>
    public Uri Url { get; }

    /// <summary>The access token of its default athlete. It works only with this fake server.</summary>
    public string AccessToken { get; }

    /// <summary>The key of its Decathlon part. It works only with this fake server.</summary>
    public string DecathlonApiKey { get; }

    /// <summary>The access token of its Decathlon part. It works only with this fake server.</summary>
    public string DecathlonAccessToken { get; }

    /// <summary>The process ID.</summary>
    public int ProcessId { get; }

    /// <summary>Starts a fake and waits until it listens.</summary>
    /// <param name="options">The program and the behavior of the fake.</param>
    /// <param name="cancellationToken">Cancels the wait and stops the fake.</param>
    /// <exception cref="ApiException">
    /// <see cref="StravaErrors.DotnetNotFound"/>, <see cref="StravaErrors.FakeStravaNotBuilt"/> or
    /// <see cref="StravaErrors.FakeStravaFailed"/>.
    /// </exception>
    public static async Task<FakeStravaProcess> StartAsync(FakeStravaProcessOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(options.Program))
        {
            throw new StravaException(StravaErrors.FakeStravaNotBuilt, options.Program);
        }

        var process = new Process { StartInfo = options.ToStartInfo(DotnetHost.FindDotnet()) };
        try
        {
            return await StartAsync(process, options, cancellationToken);
        }
        catch
        {
            EndProcess(process);
            throw;
        }
    }

    /// <summary>Stops the fake. All its data is lost.</summary>
    public void Dispose() => EndProcess(_process);

    private static async Task<FakeStravaProcess> StartAsync(
        Process process, FakeStravaProcessOptions options, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.StartTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var output = new ChildOutput(process);
        try
        {
            process.Start();
            output.BeginRead();
            var line = await output.FirstLine.WaitAsync(either.Token);
            if (line is null)
            {
                throw await DiedAsync(process, output, either.Token);
            }

            return FromLine(process, line);
        }
        catch (Win32Exception e)
        {
            throw new StravaException(StravaErrors.FakeStravaFailed, e, e.Message);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            var seconds = options.StartTimeout.TotalSeconds;
            throw new StravaException(StravaErrors.FakeStravaFailed, e,
                $"it was not ready after {seconds:0} seconds. {output.Errors}".TrimEnd());
        }
    }

    private static async Task<ApiException> DiedAsync(Process process, ChildOutput output, CancellationToken cancellationToken)
    {
        // Also waits for the rest of its output.
        await process.WaitForExitAsync(cancellationToken);
        return new StravaException(StravaErrors.FakeStravaFailed, $"it ended with exit code {process.ExitCode}. {output.Errors}".TrimEnd());
    }

    private static FakeStravaProcess FromLine(Process process, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return new FakeStravaProcess(process, json.RootElement);
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException or ArgumentNullException)
        {
            throw new StravaException(StravaErrors.FakeStravaFailed, e, $"it printed '{line}' instead of its address.");
        }
    }

    private static void EndProcess(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(KillTimeout);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It never started, or has already exited.
        }

        process.Dispose();
    }
}
