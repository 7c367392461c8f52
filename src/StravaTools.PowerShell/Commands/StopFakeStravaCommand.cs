using System.Management.Automation;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Stops fake servers and restores the environment variables.</summary>
[Cmdlet(VerbsLifecycle.Stop, "FakeStrava", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Stop-FakeStrava.md")]
public sealed class StopFakeStravaCommand : PSCmdlet
{
    /// <summary>The fake servers. Default: all that this session started.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public FakeStrava[]? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null && MyInvocation.ExpectingInput)
        {
            return;
        }

        foreach (var fake in InputObject ?? RunningFakes.All)
        {
            if (ShouldProcess($"{fake.Url} (process {fake.ProcessId})", "Stop the fake Strava") && !RunningFakes.StopFake(fake.ProcessId))
            {
                this.WriteVerboseMessage($"The fake at {fake.Url} has already stopped.");
            }
        }
    }
}
