using System.Management.Automation;
using StravaTools.PowerShell.Parameters;

namespace StravaTools.PowerShell.Work;

/// <summary>A cmdlet that does something for each of some activities: an error of one does not keep it from the others.</summary>
public abstract class ActivityCmdlet : StravaCmdlet
{
    /// <summary>The activities: ids, or objects that know them. A result without an activity is passed over.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [ActivityIds]
    public long[]? Id { get; set; }

    private protected void ForEachActivity(Func<long, CancellationToken, Task> work) => ForEach(Id, work);
}
