using System.Diagnostics;
using System.Globalization;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>Workers as processes that are killed, and stopped for longer than their lease.</summary>
internal sealed class WorkerProcesses : IAsyncDisposable
{
    private readonly Fleet _fleet;
    private readonly List<Process> _workers = [];
    private int _names;

    private WorkerProcesses(Fleet fleet) => _fleet = fleet;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public int Kills { get; private set; }

    public int Stops { get; private set; }

    /// <summary>The number of processes that run.</summary>
    public int Count => _workers.Count;

    /// <summary>The processor time of each worker since its start.</summary>
    public IReadOnlyList<TimeSpan> ProcessorTimes => _workers.ConvertAll(worker =>
    {
        worker.Refresh();
        return worker.TotalProcessorTime;
    });

    public static async Task<WorkerProcesses> StartAsync(Fleet fleet, int count)
    {
        var workers = new WorkerProcesses(fleet);
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => workers.AddAsync()));
        return workers;
    }

    /// <summary>Kills a worker, and starts another one.</summary>
    public async Task KillAsync(int index)
    {
        _workers[index].Kill();
        await _workers[index].WaitForExitAsync(Cancellation);
        _workers.RemoveAt(index);
        Kills++;
        await AddAsync();
    }

    /// <summary>Stops a worker for a time, like a paused container or a suspended machine. Then it continues.</summary>
    public async Task StopAsync(int index, TimeSpan time)
    {
        var worker = _workers[index];
        Signal(worker, "STOP");
        Stops++;
        await Task.Delay(time, TimeProvider.System, Cancellation);
        Signal(worker, "CONT");
    }

    /// <summary>Asks all workers to stop.</summary>
    /// <returns>Their exit codes.</returns>
    public async Task<IReadOnlyList<int>> EndAsync()
    {
        _workers.ForEach(worker => Signal(worker, "TERM"));
        foreach (var worker in _workers)
        {
            await worker.WaitForExitAsync(Cancellation);
        }

        return _workers.ConvertAll(worker => worker.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            if (!worker.HasExited)
            {
                worker.Kill();
                await worker.WaitForExitAsync(CancellationToken.None);
            }

            worker.Dispose();
        }
    }

    private async Task AddAsync()
    {
        var worker = WorkerChild.Start(_fleet, string.Create(null, $"p{Interlocked.Increment(ref _names)}"));
        lock (_workers)
        {
            _workers.Add(worker);
        }

        await worker.StandardOutput.ReadLineAsync(Cancellation);
    }

    private static void Signal(Process process, string signal)
    {
        // The shell's own kill: the program is not on every machine.
        var command = string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {process.Id}");
        using var shell = Process.Start("/bin/sh", ["-c", command]);
        shell.WaitForExit();
    }
}
