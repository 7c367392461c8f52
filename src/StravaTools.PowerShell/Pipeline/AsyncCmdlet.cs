using System.Management.Automation;
using StravaTools.Http.Errors;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>
/// A cmdlet with asynchronous work: it runs on the thread pool, stops at once on Ctrl+C, and uses the engine only on the pipeline thread.
/// </summary>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly EnginePump _pump = new();
    private readonly PumpedEngine _engine;

    private protected AsyncCmdlet() => _engine = new PumpedEngine(this, _pump);

    private protected IEngine Engine => _engine;

    /// <summary>Canceled when the cmdlet is stopped or ends, for work that continues between records.</summary>
    private protected CancellationToken Stopped => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases resources. PowerShell always calls it at the end.</summary>
    protected virtual void Dispose(bool disposing)
    {
        // Not disposed: work that is stopping may still read it, and without a wait handle or a timer there is nothing to release.
        _stop.Cancel();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    private protected void RunAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            _pump.RunToEnd(work, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Runs work that needs a service. An error that ends it is a non-terminating error about the target.</summary>
    private protected void RunAsync(Func<CancellationToken, Task> work, object? target) => RunAsync(async cancellationToken =>
    {
        try
        {
            await work(cancellationToken);
        }
        catch (ApiException e)
        {
            Engine.WriteError(ErrorRecords.CreateRecord(e, target));
        }
    });

    /// <summary>Runs setup code. Its errors are terminating errors.</summary>
    private protected T CreateOrThrow<T>(Func<T> work, object? target = null)
    {
        try
        {
            return work();
        }
        catch (ApiException e)
        {
            ThrowTerminatingError(ErrorRecords.CreateRecord(e, target));
            throw;
        }
    }

    private sealed class PumpedEngine(AsyncCmdlet cmdlet, EnginePump pump) : IEngine
    {
        public void WriteObject(object value) => pump.Post(() => cmdlet.WriteObject(value));

        public void WriteError(ErrorRecord error) => pump.Post(() => cmdlet.WriteError(error));

        public void WriteWarning(string text) => pump.Post(() => cmdlet.WriteWarning(text));

        public void WriteVerbose(string text) => pump.Post(() => cmdlet.WriteVerboseMessage(text));

        public void WriteDebug(string text) => pump.Post(() => cmdlet.WriteDebug(text));

        public void WriteHost(string text) =>
            pump.Post(() => cmdlet.WriteInformation(new HostInformationMessage { Message = text }, ["PSHOST"]));

        public void WriteAfterStop(string text) => cmdlet.Host.UI?.WriteWarningLine(text);

        public void WriteProgress(ProgressRecord progress) => pump.Post(() => cmdlet.WriteProgress(progress));

        public Task<bool> ShouldProcessAsync(string target, string action, CancellationToken cancellationToken) =>
            pump.AskAsync(() => cmdlet.ShouldProcess(target, action), cancellationToken);
    }
}
