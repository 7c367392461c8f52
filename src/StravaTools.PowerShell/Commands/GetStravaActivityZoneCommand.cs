using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Lists the time in zones of activities.</summary>
[Cmdlet(VerbsCommon.Get, "StravaActivityZone", HelpUri = HelpPages.Root + "Get-StravaActivityZone.md")]
[OutputType(typeof(StravaActivityZone))]
public sealed class GetStravaActivityZoneCommand : ActivityCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        ForEachActivity(async (id, cancellationToken) => WriteAll(await Client.ListActivityZonesAsync(id, cancellationToken)));
}
