using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using StravaTools.Sync.PostgreSql.Tests.Clusters;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>The program strava-worker.</summary>
[TimeLimit(120)]
public sealed class WorkerProgramTests(SharedCluster cluster) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("worker-").FullName;

    private Process? _worker;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The service manager is played by the test: its name, its socket, and SIGTERM.</summary>
    [Fact]
    public async Task Program_is_ready_uploads_is_healthy_while_it_can_claim_and_exits_with_0_on_SIGTERM()
    {
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, "notify")));
        await using var fleet = await Fleet.StartAsync(await cluster.CreateDatabaseAsync(), new FleetPlan { Pace = FleetPace.Real });
        await fleet.SubmitAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "secret"), "fake-client-secret\n", Cancellation);
        var worker = Start(start =>
        {
            start.Environment["NOTIFY_SOCKET"] = Path.Combine(_folder, "notify");
            start.Environment["Urls"] = $"http://unix:{Path.Combine(_folder, "http")}";
            start.Environment["Worker__Database"] = fleet.Connection;
            start.Environment["Worker__Server"] = fleet.Fake.BaseUri.AbsoluteUri;
            start.Environment["Worker__ClientId"] = "1";
            start.Environment["Worker__ClientSecretFile"] = Path.Combine(_folder, "secret");
            start.Environment["Worker__TokenKeyFile"] = fleet.KeyFile;
        });
        var output = worker.StandardOutput.ReadToEndAsync(Cancellation);

        Assert.Equal("READY=1", await ReadMessageAsync(manager));
        await fleet.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadHealthAsync());
        await fleet.ExecuteAsync("alter table stravatools.athlete rename to moved");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadHealthAsync());
        await fleet.ExecuteAsync("alter table stravatools.moved rename to athlete");

        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {worker.Id}"]);
        Assert.Equal("STOPPING=1", await ReadMessageAsync(manager));
        await worker.WaitForExitAsync(Cancellation);
        Assert.Equal(0, worker.ExitCode);
        fleet.AssertEachOnce();
        Assert.Contains("Ready\n", await output, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.Hosting", await output, StringComparison.Ordinal);
    }

    /// <summary>The service manager starts it again, and its log says why in one line.</summary>
    [Fact]
    public async Task Program_that_cannot_work_says_why_and_exits_with_1()
    {
        var worker = Start(start =>
        {
            start.Environment["Urls"] = $"http://unix:{Path.Combine(_folder, "http")}";
            foreach (var setting in new[] { "Database", "ClientId", "ClientSecretFile", "TokenKeyFile" })
            {
                start.Environment[$"Worker__{setting}"] = "missing";
            }
        });
        var output = await worker.StandardOutput.ReadToEndAsync(Cancellation);
        await worker.WaitForExitAsync(Cancellation);

        Assert.Equal(1, worker.ExitCode);
        Assert.Contains("TokenKeyNotUsable: The key file 'missing' cannot be used", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
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
            _worker.Kill(entireProcessTree: true);
        }

        _worker?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> ReadMessageAsync(Socket manager)
    {
        var buffer = new byte[100];
        var length = await manager.ReceiveAsync(buffer, Cancellation);
        return Encoding.UTF8.GetString(buffer, 0, length).TrimEnd('\n');
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
        // .NET notifies a parent that is called systemd.
        var systemd = Path.Combine(_folder, "systemd");
        File.CreateSymbolicLink(systemd, "/bin/sh");
        const string Manage = """
            trap 'kill -TERM $!' TERM; "$0" "$@" & while kill -0 $! 2> /dev/null; do wait $!; code=$?; done; exit $code
            """;
        string[] worker = [dotnet, Path.Combine(AppContext.BaseDirectory, "strava-worker.dll")];
        var start = new ProcessStartInfo(systemd, ["-c", Manage, .. worker])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            // Not the folder of appsettings.json: a service has another one, too.
            WorkingDirectory = _folder,
        };
        change(start);
        return _worker = Process.Start(start)!;
    }
}
