using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell;

/// <summary>Lists the laps of activities.</summary>
[Cmdlet(VerbsCommon.Get, "StravaActivityLap")]
[OutputType(typeof(StravaLap))]
public sealed class GetStravaActivityLapCommand : ActivityCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        ForEachActivity(async (id, cancellationToken) => WriteAll(await Client.ListActivityLapsAsync(id, cancellationToken)));
}
