using StravaTools.Client.Segments;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Converts segments, efforts, and leaderboard entries to the IDs of the segments. A best effort has no segment.</summary>
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
