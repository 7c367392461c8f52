using Microsoft.Build.Framework;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Stops a fake that StartFakeStrava started in this build. (It also stops when the build ends.)</summary>
[MSBuildMultiThreadableTask]
public sealed class StopFakeStrava : StravaTask
{
    /// <summary>The ProcessId from StartFakeStrava.</summary>
    [Required]
    public int ProcessId { get; set; }

    /// <inheritdoc/>
    protected override System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var fake = BuildEngine.ForgetFake(ProcessId);
        if (fake is null)
        {
            Log.LogMessage("This build has not started a fake with the process ID {0}", ProcessId);
        }
        else
        {
            Log.LogMessage("The fake with the process ID {0} was stopped", ProcessId);
        }

        return System.Threading.Tasks.Task.CompletedTask;
    }
}
