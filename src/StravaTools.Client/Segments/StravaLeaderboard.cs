using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Segments;

/// <summary>
/// A page of the leaderboard of a segment: each athlete once, with the best effort (strava-v3-api.md, "Summary of Resources",
/// /v3/segments/:id/leaderboard). Unlike <see cref="StravaAchievement"/>, it is current.
/// </summary>
public sealed record StravaLeaderboard
{
    /// <summary>The number of efforts on the segment by all athletes.</summary>
    public int? EffortCount { get; init; }

    /// <summary>The number of athletes on all pages.</summary>
    public int? EntryCount { get; init; }

    /// <summary>The entries of this page, fastest first.</summary>
    public IReadOnlyList<StravaLeaderboardEntry>? Entries { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
