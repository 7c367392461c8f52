using System.Management.Automation;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Schedules;
using StravaTools.Sync.Errors;

namespace StravaTools.PowerShell.Commands;

/// <summary>Removes jobs of Register-StravaSync.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "StravaSync", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Unregister-StravaSync.md")]
public sealed class UnregisterStravaSyncCommand : ScheduleCmdlet
{
    /// <summary>The names of the jobs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            RunAsync(cancellationToken => RemoveAsync(name, cancellationToken), name);
        }
    }

    private async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var job = Registry.List().FirstOrDefault(job => job.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ApiException(ScheduleErrors.JobNotFound, name);
        var steps = SchedulerOf(job.Scheduler).PlanRemoval(job.Name);
        if (SwitchValues.IsWhatIf(this))
        {
            await ShowAsync(steps);
        }
        else if (await Engine.ShouldProcessAsync(job.Name, "Remove the job. Ledgers remain", cancellationToken))
        {
            await Registry.RemoveAsync(job.Name, steps, cancellationToken);
        }
    }
}
