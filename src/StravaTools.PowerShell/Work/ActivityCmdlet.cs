using System.Management.Automation;
using StravaTools.PowerShell.Parameters;

namespace StravaTools.PowerShell.Work;

/// <summary>A cmdlet that processes several activities. An error in one does not stop the others.</summary>
public abstract class ActivityCmdlet : StravaCmdlet
{
    /// <summary>The activities: IDs, or objects with an activity ID. Results without an activity are skipped.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [ActivityIds]
    public long[]? Id { get; set; }

    private protected void ForEachActivity(Func<long, CancellationToken, Task> work) => ForEach(Id, work);
}
