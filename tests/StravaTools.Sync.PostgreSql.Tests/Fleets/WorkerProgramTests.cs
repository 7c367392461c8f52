using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using StravaTools.Sync.PostgreSql.Tests.Clusters;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>The program strava-worker.</summary>
public sealed class WorkerProgramTests(SharedCluster cluster) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("worker-").FullName;

    private Process? _worker;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_uploads_is_healthy_and_exits_with_0_on_SIGTERM()
    {
        await using var fleet = await Fleet.StartAsync(await cluster.CreateDatabaseAsync(), new FleetPlan { IsFast = false });
        await fleet.SubmitAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "secret"), "fake-client-secret\n", Cancellation);
        var worker = Start(start =>
        {
            start.Environment["Urls"] = $"http://unix:{Path.Combine(_folder, "http")}";
            start.Environment["Worker__Database"] = fleet.Connection;
            start.Environment["Worker__Server"] = fleet.Fake.BaseUri.AbsoluteUri;
            start.Environment["Worker__ClientId"] = "1";
            start.Environment["Worker__ClientSecretFile"] = Path.Combine(_folder, "secret");
            start.Environment["Worker__TokenKeyFile"] = fleet.KeyFile;
        });
        var output = worker.StandardOutput.ReadToEndAsync(Cancellation);

        await fleet.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadHealthAsync());

        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {worker.Id}"]);
        await worker.WaitForExitAsync(Cancellation);
        Assert.Equal(0, worker.ExitCode);
        fleet.AssertEachOnce();
        Assert.Contains("Ready", await output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_setting_is_named()
    {
        var worker = Start(_ => { });
        Assert.Contains("Worker__Database", await worker.StandardError.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        await worker.WaitForExitAsync(Cancellation);
        Assert.Equal(2, worker.ExitCode);
    }

    public void Dispose()
    {
        if (_worker is { HasExited: false })
        {
            _worker.Kill();
        }

        _worker?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<HttpStatusCode> ReadHealthAsync()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_folder, "http")), token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var http = new HttpClient(handler);
        using var response = await http.GetAsync(new Uri("http://localhost/health"), Cancellation);
        return response.StatusCode;
    }

    private Process Start(Action<ProcessStartInfo> change)
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "strava-worker.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        change(start);
        return _worker = Process.Start(start)!;
    }
}
