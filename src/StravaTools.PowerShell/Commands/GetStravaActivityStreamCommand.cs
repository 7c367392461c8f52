using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Gets the series of values of activities.</summary>
[Cmdlet(VerbsCommon.Get, "StravaActivityStream")]
[OutputType(typeof(StravaStreamData))]
public sealed class GetStravaActivityStreamCommand : ActivityCmdlet
{
    /// <summary>Which ones; all if it is not given.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StreamTypeCompleter))]
    public string[]? Type { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        ForEachActivity(async (id, cancellationToken) => WriteAll(await Client.GetActivityStreamsAsync(id, Type, cancellationToken)));
}
