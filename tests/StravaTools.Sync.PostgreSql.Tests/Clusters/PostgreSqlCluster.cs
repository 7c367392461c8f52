using System.Diagnostics;
using Npgsql;

namespace StravaTools.Sync.PostgreSql.Tests.Clusters;

/// <summary>A PostgreSQL server of its own, with its data and its socket in a temporary folder. It listens on no port.</summary>
internal sealed class PostgreSqlCluster : IAsyncDisposable
{
    private const string Superuser = "postgres";

    private readonly string _programs;
    private readonly string _folder = Directory.CreateTempSubdirectory("pg-").FullName;

    private PostgreSqlCluster(string programs) => _programs = programs;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Creates and starts a server.</summary>
    /// <param name="isDurable">False for a faster server that cannot be crashed.</param>
    public static async Task<PostgreSqlCluster> StartAsync(bool isDurable = false)
    {
        if (Environment.IsPrivilegedProcess)
        {
            RequiredTool.OnPath("chown");
            RequiredTool.OnPath("runuser");
        }

        var cluster = new PostgreSqlCluster(Path.GetDirectoryName(RequiredTool.PostgreSql("initdb"))!);
        try
        {
            await cluster.CreateAsync(isDurable);
            await cluster.StartServerAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates a database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string name)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionTo(Superuser));
        await using var command = source.CreateCommand($"create database {name}");
        await command.ExecuteNonQueryAsync(Cancellation);
        return ConnectionTo(name);
    }

    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _folder, Username = Superuser, Database = database, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>Ends the server like a power cut, without a message to its clients.</summary>
    public Task CrashAsync() => RunAsync("pg_ctl", "-D", Data, "stop", "-m", "immediate");

    public Task StartServerAsync() => RunAsync("pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "log"), "start", "-w");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await CrashAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task CreateAsync(bool isDurable)
    {
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root. Its package creates this user.
            await RunProcessAsync("chown", Superuser, _folder);
        }

        await RunAsync("initdb", "-D", Data, "--no-sync", "-A", "trust", "-U", Superuser, "--no-instructions", "--locale=C", "-E", "UTF8");
        await File.AppendAllTextAsync(
            Path.Combine(Data, "postgresql.conf"),
            $"""

            fsync = {(isDurable ? "on" : "off")}
            listen_addresses = ''
            unix_socket_directories = '{_folder}'
            shared_buffers = 16MB
            max_connections = 200
            autovacuum = off
            """,
            Cancellation);
    }

    private Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess
            ? RunProcessAsync("runuser", ["-u", Superuser, "--", path, .. arguments])
            : RunProcessAsync(path, arguments);
    }

    private static async Task RunProcessAsync(string program, params string[] arguments)
    {
        // Without redirection: the server inherits the handles, and would keep them open.
        string[] command = ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", command) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
