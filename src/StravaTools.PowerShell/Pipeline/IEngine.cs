using System.Management.Automation;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>The PowerShell engine for work on the thread pool. All calls run on the pipeline thread, in order.</summary>
internal interface IEngine
{
    void WriteObject(object value);

    void WriteError(ErrorRecord error);

    void WriteWarning(string text);

    void WriteVerbose(string text);

    void WriteDebug(string text);

    /// <summary>Writes a message to the host that is not output.</summary>
    void WriteHost(string text);

    /// <summary>Writes a warning to the host directly, which also works after Ctrl+C, on any thread.</summary>
    void WriteAfterStop(string text);

    void WriteProgress(ProgressRecord progress);

    Task<bool> ShouldProcessAsync(string target, string action, CancellationToken cancellationToken);
}
