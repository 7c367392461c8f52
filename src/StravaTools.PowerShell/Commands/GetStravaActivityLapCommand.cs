using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Lists the laps of activities.</summary>
[Cmdlet(VerbsCommon.Get, "StravaActivityLap", HelpUri = HelpPages.Root + "Get-StravaActivityLap.md")]
[OutputType(typeof(StravaLap))]
public sealed class GetStravaActivityLapCommand : ActivityCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        ForEachActivity(async (id, cancellationToken) => WriteAll(await Client.ListActivityLapsAsync(id, cancellationToken)));
}
