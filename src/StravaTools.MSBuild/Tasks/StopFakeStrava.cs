using Microsoft.Build.Framework;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Stops a fake that StartFakeStrava started in this build. (The end of the build stops it too.)</summary>
[MSBuildMultiThreadableTask]
public sealed class StopFakeStrava : StravaTask
{
    /// <summary>The ProcessId that StartFakeStrava gave.</summary>
    [Required]
    public int ProcessId { get; set; }

    /// <inheritdoc/>
    protected override System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var fake = BuildEngine.ForgetFake(ProcessId);
        Log.LogMessage(fake is null ? "No fake of this build has the process {0}" : "The fake with the process {0} is stopped", ProcessId);
        return System.Threading.Tasks.Task.CompletedTask;
    }
}
