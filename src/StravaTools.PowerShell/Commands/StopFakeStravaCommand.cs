using System.Management.Automation;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Stops fakes, and lets the environment variables be what they were.</summary>
[Cmdlet(VerbsLifecycle.Stop, "FakeStrava", SupportsShouldProcess = true)]
public sealed class StopFakeStravaCommand : PSCmdlet
{
    /// <summary>The fakes; all that were started here, if none is given.</summary>
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
                WriteVerbose($"The fake at {fake.Url} is stopped already.");
            }
        }
    }
}
