using StravaTools.Client.Segments;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Takes segments, efforts on them and entries of their leaderboards for the ids of the segments. A best effort has none.</summary>
public sealed class SegmentIdsAttribute() : KnownIdsAttribute("SegmentId")
{
    private protected override object? FindId(object? value) => value switch
    {
        StravaSegment segment => segment.Id,
        StravaEffort effort => effort.Segment?.Id,
        StravaLeaderboardEntry entry => entry.SegmentId,
        _ => value,
    };
}
