using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Client.Segments;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Lists the efforts on segments.</summary>
[Cmdlet(VerbsCommon.Get, "StravaSegmentEffort", HelpUri = HelpPages.Root + "Get-StravaSegmentEffort.md")]
[OutputType(typeof(StravaEffort))]
public sealed class GetStravaSegmentEffortCommand : StravaCmdlet
{
    /// <summary>The segments: IDs, or objects with a segment ID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [SegmentIds]
    public long[]? Id { get; set; }

    /// <summary>Only the efforts of this athlete.</summary>
    [Parameter]
    public long? AthleteId { get; set; }

    /// <summary>The maximum number of efforts per segment.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForEach(Id, async (id, cancellationToken) =>
    {
        var perPage = Math.Min(First ?? StravaClient.MaxPageSize, StravaClient.MaxPageSize);
        var items = Client.ListEffortsAsync(id, AthleteId, perPage, cancellationToken);
        await WriteAllAsync(items.Take(First ?? int.MaxValue), cancellationToken);
    });
}
