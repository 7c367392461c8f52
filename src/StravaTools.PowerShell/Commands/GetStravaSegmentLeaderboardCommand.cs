using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Client.Segments;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Lists the leaderboards of segments.</summary>
[Cmdlet(VerbsCommon.Get, "StravaSegmentLeaderboard", HelpUri = HelpPages.Root + "Get-StravaSegmentLeaderboard.md")]
[OutputType(typeof(StravaLeaderboardEntry))]
public sealed class GetStravaSegmentLeaderboardCommand : StravaCmdlet
{
    /// <summary>The segments: IDs, or objects with a segment ID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [SegmentIds]
    public long[]? Id { get; set; }

    /// <summary>The maximum number of entries per segment.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForEach(Id, async (id, cancellationToken) =>
    {
        var perPage = Math.Min(First ?? StravaClient.MaxPageSize, StravaClient.MaxPageSize);
        var items = Client.ListLeaderboardAsync(id, perPage, cancellationToken);
        await WriteAllAsync(items.Take(First ?? int.MaxValue), cancellationToken);
    });
}
