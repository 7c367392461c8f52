using System.Management.Automation;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>What work on the pool may ask of PowerShell. All of it happens on the pipeline thread, in the order of the calls.</summary>
internal interface IEngine
{
    void WriteObject(object value);

    void WriteError(ErrorRecord error);

    void WriteWarning(string text);

    void WriteVerbose(string text);

    /// <summary>Tells the person at the prompt something that is no output.</summary>
    void WriteHost(string text);

    void WriteProgress(ProgressRecord progress);

    Task<bool> ShouldProcessAsync(string target, string action, CancellationToken cancellationToken);
}
