using System.Management.Automation;
using StravaTools.Client.Activities;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Gets the streams of activities.</summary>
[Cmdlet(VerbsCommon.Get, "StravaActivityStream", HelpUri = HelpPages.Root + "Get-StravaActivityStream.md")]
[OutputType(typeof(StravaStreamData))]
public sealed class GetStravaActivityStreamCommand : ActivityCmdlet
{
    /// <summary>The types of streams. Default: all.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StreamTypeCompleter))]
    public string[]? Type { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        ForEachActivity(async (id, cancellationToken) => WriteAll(await Client.GetActivityStreamsAsync(id, Type, cancellationToken)));
}
