using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using StravaTools.Http.Transport;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Tokens;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>A worker as a process that can be killed and stopped. It is this assembly, started again.</summary>
internal static class WorkerChild
{
    private const string Variable = "STRAVATOOLS_TESTS_WORKER";

    /// <summary>True if this process is a worker, and not the test runner.</summary>
    public static bool IsCurrentProcess => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    public static Process Start(Fleet fleet, string name)
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo(dotnet, [typeof(WorkerChild).Assembly.Location])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[Variable] = JsonSerializer.Serialize(new[]
        {
            fleet.Connection, name, fleet.Fake.BaseUri.AbsoluteUri, (fleet.Clock as FastTimeProvider)?.ToString() ?? "", fleet.KeyFile,
            fleet.Plan.Lease.ToString("c", CultureInfo.InvariantCulture), fleet.Plan.Turn.ToString("c", CultureInfo.InvariantCulture),
            fleet.Plan.PermitLife.ToString("c", CultureInfo.InvariantCulture),
            fleet.Plan.WindowMargin.ToString("c", CultureInfo.InvariantCulture),
        });
        return Process.Start(start)!;
    }

    public static async Task<int> RunAsync()
    {
        var values = JsonSerializer.Deserialize<string[]>(Environment.GetEnvironmentVariable(Variable)!)!;
        using var stop = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        using var http = ApiHttp.CreateClient();
        using var cipher = await TokenCipher.ReadKeyAsync(values[4], stop.Token);
        var database = new PostgreSqlOptions
        {
            ConnectionString = values[0],
            Worker = values[1],
            RequestReserve = 0,
            Lease = TimeSpan.Parse(values[5], CultureInfo.InvariantCulture),
            WindowMargin = TimeSpan.Parse(values[8], CultureInfo.InvariantCulture),
            ReconnectTime = TimeSpan.FromSeconds(2000),
        };
        var options = new SyncWorkerOptions
        {
            BaseUri = new Uri(values[2]),
            ClientId = "1",
            ClientSecret = "fake-client-secret",
            Athletes = 4,
            Turn = TimeSpan.Parse(values[6], CultureInfo.InvariantCulture),
            PermitLife = TimeSpan.Parse(values[7], CultureInfo.InvariantCulture),
            Failed = error => Console.Error.WriteLine(values[1] + ": " + error.Message),
        };
        await using var worker = await SyncWorker.OpenAsync(
            database, options, cipher, http, values[3].Length > 0 ? FastTimeProvider.Parse(values[3]) : null, stop.Token);
        await Console.Out.WriteLineAsync("started");
        await worker.RunAsync(stop.Token);
        return 0;
    }
}
