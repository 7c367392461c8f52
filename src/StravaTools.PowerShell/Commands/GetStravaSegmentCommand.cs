using System.Management.Automation;
using StravaTools.Client.Segments;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Gets segments.</summary>
[Cmdlet(VerbsCommon.Get, "StravaSegment", HelpUri = HelpPages.Root + "Get-StravaSegment.md")]
[OutputType(typeof(StravaSegment))]
public sealed class GetStravaSegmentCommand : StravaCmdlet
{
    /// <summary>The segments: IDs, or objects with a segment ID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [SegmentIds]
    public long[]? Id { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        ForEach(Id, async (id, cancellationToken) => Engine.WriteObject(await Client.GetSegmentAsync(id, cancellationToken)));
}
