using System.Management.Automation;
using StravaTools.Activities;
using StravaTools.Client.Uploads;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Starts a fake server, checks and sends the sample files, and opens the page of a ride.</summary>
[Cmdlet(VerbsLifecycle.Start, "StravaDemo", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Start-StravaDemo.md")]
[OutputType(typeof(StravaDemo))]
public sealed class StartStravaDemoCommand : PSCmdlet
{
    private static readonly string[] SampleNames =
        ["morning-ride.fit", "evening-run.gpx.gz", "lunch-walk.tcx", "strength-workout.json", "planned-route.gpx"];

    /// <summary>Does not open the page in the browser.</summary>
    [Parameter]
    public SwitchParameter NoOpen { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!ShouldProcess("A fake Strava on this machine", "Start, use instead of Strava, and send the sample files"))
        {
            return;
        }

        var steps = new DemoSteps(this, SampleNames);
        var server = steps.StartServer();
        try
        {
            var page = RunSteps(steps, server, out var reports, out var uploads);
            WriteObject(new StravaDemo(server, reports, uploads, page));
        }
        catch
        {
            // A caller that gets no demo cannot stop it.
            RunningFakes.StopFake(server.ProcessId);
            throw;
        }
    }

    private FileInfo RunSteps(
        DemoSteps steps, FakeStrava server, out IReadOnlyList<ActivityFileReport> reports, out IReadOnlyList<UploadResult> uploads)
    {
        var folder = Directory.CreateTempSubdirectory("StravaTools-demo-");
        RunningFakes.DeleteAfterStop(server.ProcessId, folder);
        reports = steps.CheckFiles();
        uploads = steps.SendFiles();
        return steps.ShowRide(folder, NoOpen);
    }
}
